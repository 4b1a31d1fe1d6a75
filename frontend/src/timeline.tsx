/** The timeline: above, when things are said to have happened; below, when it was published; claims link the two.
 *
 * Columns are the days on which something happened or was published; the days between them are left out and counted. A
 * month or a year spans all the columns that it covers, or has a column of its own. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Claim, Period, Report, Status, Story } from "./payload";
import { Empty, STATUS, titles, useReport, Wide } from "./parts";
import { claimHref, documentHref, hrefOf, type Route } from "./route";
import { count, day, period, short } from "./words";

const MOST = 150; // claims drawn before the reader asks for all
const NARROWEST = 10; // rem of one column
const WIDEST = 6; // tracks of one column
const LONG = 8; // days after which a stretch makes no columns of its own

interface Column {
  key: string; // sorts by time
  label: string;
  first: string;
  last: string;
  gap: number; // days left out before it
  at: number; // its first track of the grid, from 0
  tracks: number; // how many it has side by side, so that a full day grows wide before it grows tall
}

interface Item {
  claim: Claim;
  time: Period;
  from: number; // tracks
  to: number;
  lane: number; // 0 is next to the axis
}

const DAY = 86_400_000;
const stamp = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const length = (first: string, last: string): number => Math.round((stamp(last) - stamp(first)) / DAY) + 1;

function columnsOf(times: Period[], published: string[]): Column[] {
  const single = new Set(published);
  for (const [first, last] of times) {
    if (length(first, last) <= LONG) for (let t = stamp(first); t <= stamp(last); t += DAY) single.add(iso(t));
  }
  const columns: Column[] = [...single].map((d) => ({ key: d, label: day(d), first: d, last: d, gap: 0, at: 0, tracks: 1 }));
  for (const time of times) {
    const [first, last] = time;
    if (length(first, last) <= LONG) continue;
    if (columns.some((c) => c.first <= last && first <= c.last)) continue;
    columns.push({ key: first, label: period(time), first, last, gap: 0, at: 0, tracks: 1 });
  }
  columns.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.last < b.last ? -1 : 1));
  columns.forEach((column, at) => {
    const before = columns[at - 1];
    if (before) column.gap = Math.max(0, length(before.last, column.first) - 2);
    const within = (first: string, last: string) => column.first <= first && last <= column.last;
    const claims = times.filter((t) => within(t[0], t[1])).length;
    const pages = published.filter((d) => within(d, d)).length;
    column.tracks = Math.max(1, Math.min(WIDEST, Math.max(Math.ceil(claims / 3), Math.ceil(pages / 4))));
    column.at = before ? before.at + before.tracks : 0;
  });
  return columns;
}

/** Puts each claim over the tracks of its time, in the free lane nearest to the axis; a claim of a single column goes into
 * that column's emptiest track. */
function itemsOf(claims: Claim[], columns: Column[]): Item[] {
  const last = columns[columns.length - 1];
  const taken: number[] = new Array<number>(last ? last.at + last.tracks : 0).fill(0);
  return claims.flatMap((claim) =>
    claim.times.flatMap((time) => {
      const covered = columns.filter((c) => c.first <= time[1] && time[0] <= c.last);
      const [first, end] = [covered[0], covered[covered.length - 1]];
      if (!first || !end) return [];
      let [from, to] = [first.at, end.at + end.tracks - 1];
      if (first === end) {
        for (let at = first.at; at <= to; at++) if ((taken[at] ?? 0) < (taken[from] ?? 0)) from = at;
        to = from;
      }
      const lane = Math.max(...taken.slice(from, to + 1));
      taken.fill(lane + 1, from, to + 1);
      return [{ claim, time, from, to, lane }];
    }),
  );
}

const telling = (claim: Claim): boolean =>
  claim.slot !== "statement" || claim.status.length > 0 || new Set(claim.accounts.map((a) => a.document)).size > 1;

export function Timeline({ route, story }: { route: Route; story: Story }) {
  const report = useReport();
  const timed = story.claims.filter((claim) => claim.times.length);
  const chosen = timed.filter(telling);
  const all = route.params["all"] === "1" || !chosen.length;
  const claims = all ? timed : chosen.slice(0, MOST);
  const documents = story.documents.filter((d) => report.document(d).published);
  const undated = story.documents.length - documents.length;
  const untimed = story.claims.length - timed.length;
  if (!timed.length && !documents.length) {
    return <Empty>No claim of this story says when it happened, and none of its documents is dated: there is nothing to put on a line.</Empty>;
  }
  return (
    <>
      <p class="aside">
        {count(claims.length, "claim")} of {story.claims.length} {claims.length === 1 ? "stands" : "stand"} here.{" "}
        {untimed > 0 && `${count(untimed, "claim states no time of its own", "claims state no time of their own")}. `}
        {claims.length < timed.length && (
          <>
            <a href={hrefOf({ ...route, params: { all: "1" } })}>Show all {timed.length} that state one</a>.
          </>
        )}
        {all && chosen.length > 0 && chosen.length < timed.length && (
          <>
            <a href={hrefOf({ ...route, params: {} })}>Show only the telling ones</a>.
          </>
        )}{" "}
        {undated > 0 && `${count(undated, "document is", "documents are")} undated.`} Point at a claim, or move to it with the
        keyboard, to see where it was published.
      </p>

      <Chart claims={claims} documents={documents} route={route} report={report} story={story} />
    </>
  );
}

interface Line {
  d: string;
  claim: number;
  kind: string;
}

function Chart(props: { claims: Claim[]; documents: number[]; route: Route; report: Report; story: Story }) {
  const { claims, documents, route, report, story } = props;
  const columns = useMemo(
    () =>
      columnsOf(
        claims.flatMap((c) => c.times),
        documents.map((d) => report.document(d).published?.[0].slice(0, 10) ?? ""),
      ),
    [claims.length, story],
  );
  const items = useMemo(() => itemsOf(claims, columns), [columns]);
  const board = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<Line[]>([]);
  const [lit, setLit] = useState(route.item);
  useEffect(() => setLit(route.item), [route.item]);
  useLayoutEffect(() => {
    const draw = () => board.current && setLines(linesOf(board.current, items));
    draw();
    const watch = new ResizeObserver(draw);
    if (board.current) watch.observe(board.current);
    return () => watch.disconnect();
  }, [items]);
  const sources = new Set(items.filter((i) => i.claim.number === lit).flatMap((i) => i.claim.accounts.map((a) => a.document)));
  const named = titles(report, documents);
  const placed = new Map<number, number>(); // documents put under a column so far
  const lanes = Math.max(0, ...items.map((i) => i.lane + 1));
  const cell = (from: number, to = from) => ({ gridColumn: `${from + 1} / ${to + 2}` });
  const tracks = columns.reduce((sum, c) => sum + c.tracks, 0);
  const widths = { gridTemplateColumns: `repeat(${tracks}, minmax(0, 1fr))` };
  return (
    <Wide label="Timeline, scrolls sideways" hint="The timeline scrolls sideways.">
      <div class="timeline" ref={board} style={{ width: `${tracks * NARROWEST}rem` }}>
        <svg class="links" aria-hidden="true">
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0 8 4 0 8z" />
            </marker>
          </defs>
          {lines.map((line, at) => (
            <path
              key={at}
              d={line.d}
              class={`${line.kind} ${line.claim === lit ? "lit" : ""}`}
              {...(line.kind === "overtakes" ? { "marker-end": "url(#arrow)" } : {})}
            />
          ))}
        </svg>
        <h2>Said to have happened</h2>
        {!items.length && <Empty>No claim of this story says when it happened.</Empty>}
        <ul class="band happened" style={widths}>
          {items.map(({ claim, time, from, to, lane }, at) => (
            <li key={at} style={{ ...cell(from, to), gridRow: lanes - lane }} class={classOf(claim, lit)} data-claim={claim.number}>
              <a
                href={claimHref(route.story, claim.number)}
                onMouseEnter={() => setLit(claim.number)}
                onFocus={() => setLit(claim.number)}
              >
                <span class="n">{claim.number}</span> <span dir="auto">{short(claim.wording, 72)}</span>
              </a>
              <span class="when">
                {period(time)}
                {claim.status.filter((s) => ["bad", "mid"].includes(STATUS[s].tone)).map((s) => (
                  <span key={s} class={`status ${STATUS[s].tone}`}>
                    <span aria-hidden="true">{STATUS[s].sign}</span> {overtaker(claim, s) || STATUS[s].words}
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
        <ol class="axis" style={widths}>
          {columns.map((column) => (
            <li key={column.key + column.last} style={cell(column.at, column.at + column.tracks - 1)}>
              {column.gap > 0 && <span class="gap">{count(column.gap, "day")} between</span>}
              <b>{column.label}</b>
            </li>
          ))}
        </ol>
        <h2>Published</h2>
        {!documents.length && <Empty>None of this story’s documents is dated.</Empty>}
        <ul class="band published" style={widths}>
          {documents.map((d) => {
            const document = report.document(d);
            const column = columns.find((c) => c.first === document.published?.[0].slice(0, 10) && c.first === c.last);
            const nth = placed.get(column?.at ?? 0) ?? 0;
            placed.set(column?.at ?? 0, nth + 1);
            return (
              <li key={d} style={cell((column?.at ?? 0) + (nth % (column?.tracks ?? 1)))} data-document={d} class={sources.has(d) ? "lit" : ""}>
                <a href={documentHref(document.story, d)} dir="auto">
                  {named.get(d)}
                </a>
                {document.published?.[1] !== "stated" && <span class="note">{document.published?.[1]} date</span>}
              </li>
            );
          })}
        </ul>
      </div>
    </Wide>
  );
}

function overtaker(claim: Claim, status: Status): string {
  if (status !== "overtaken") return "";
  const by = claim.relations.filter((r) => r.status === "overtaken" && r.other).map((r) => r.other);
  return by.length ? `overtaken by ${[...new Set(by)].join(", ")}` : "";
}

function classOf(claim: Claim, lit: number): string {
  const classes = ["happening"];
  if (claim.status.includes("overtaken")) classes.push("overtaken");
  if (claim.status.includes("conflicts") || claim.status.includes("denied")) classes.push("disputed");
  if (claim.number === lit) classes.push("lit");
  return classes.join(" ");
}

/** Curves from each claim down to the documents that make it, and from an overtaken claim to the one that overtakes it. */
function linesOf(board: HTMLElement, items: Item[]): Line[] {
  const frame = board.getBoundingClientRect();
  const boxes = new Map<string, DOMRect>();
  const claimBoxes = new Map<number, DOMRect>();
  for (const element of board.querySelectorAll<HTMLElement>("[data-document]")) {
    boxes.set(element.dataset["document"] ?? "", element.getBoundingClientRect());
  }
  const drawn = [...board.querySelectorAll<HTMLElement>("[data-claim]")];
  const lines: Line[] = [];
  items.forEach(({ claim }, at) => {
    const box = drawn[at]?.getBoundingClientRect();
    if (!box) return;
    if (!claimBoxes.has(claim.number)) claimBoxes.set(claim.number, box);
    const x = box.left - frame.left + Math.min(24, box.width / 2);
    const y = box.bottom - frame.top;
    for (const d of new Set(claim.accounts.map((a) => a.document))) {
      const end = boxes.get(`${d}`);
      if (!end) continue;
      const [ex, ey] = [end.left - frame.left + Math.min(24, end.width / 2), end.top - frame.top];
      lines.push({ claim: claim.number, kind: "told", d: `M${x} ${y}C${x} ${(y + ey) / 2} ${ex} ${(y + ey) / 2} ${ex} ${ey}` });
    }
  });
  const floor = Math.max(0, ...[...claimBoxes.values()].map((box) => box.bottom)) - frame.top + 46;
  for (const { claim } of items) {
    for (const relation of claim.relations) {
      const [a, b] = [claimBoxes.get(claim.number), claimBoxes.get(relation.other)];
      if (relation.status !== "overtaken" || !a || !b || a === b) continue;
      const [x, y] = [a.right - frame.left - 16, a.bottom - frame.top];
      const [ex, ey] = [b.left - frame.left + 40, b.bottom - frame.top + 2];
      lines.push({ claim: claim.number, kind: "overtakes", d: `M${x} ${y}C${x} ${floor} ${ex} ${floor} ${ex} ${ey}` });
    }
  }
  return lines;
}
