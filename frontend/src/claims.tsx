/** The claims board: every claim with its accounts, its ladder and its relations; filtered, sorted, paged. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Claim, Report, Status, Story } from "./payload";
import { AccountLine, Derivation, Empty, Ladder, Pager, RelationLine, STATUS, StatusMarks, useReport } from "./parts";
import { claimHref, hrefOf, replaceRoute, type Route } from "./route";
import { count } from "./words";

export const PAGE = 40; // claims on one page
const ACCOUNTS = 5; // shown of one claim before the rest is folded away

const SORTS: Record<string, string> = {
  "": "as in the brief",
  time: "by time",
  support: "by support",
  dispute: "by dispute",
};

const SUPPORT: Record<string, (claim: Claim) => boolean> = {
  several: (claim) => new Set(claim.accounts.map((a) => a.document)).size > 1,
  echoed: (claim) => !!claim.ladder && claim.ladder.outlets > 1 && claim.ladder.high <= 1,
  one: (claim) => !!claim.ladder && claim.ladder.high <= 1,
  judged: (claim) => claim.judged.length > 0 || claim.relations.some((r) => r.judge !== "sayso"),
};

const searched = new WeakMap<Claim, string>();

/** The text that the search looks through: number, wordings, slot, chains, outlets. */
function wordsOf(claim: Claim, report: Report): string {
  let found = searched.get(claim);
  if (found === undefined) {
    const parts = claim.accounts.flatMap((a) => [a.words, ...a.hops, report.document(a.document).name]);
    found = [`${claim.number}`, claim.wording, claim.slot, ...parts].join("\n").toLocaleLowerCase();
    searched.set(claim, found);
  }
  return found;
}

function timeOf(claim: Claim, report: Report): string {
  const stated = claim.times.map((t) => t[0]).sort()[0];
  const published = claim.accounts.map((a) => report.document(a.document).published?.[0] ?? "9999").sort()[0];
  return stated ?? published ?? "9999";
}

const DISPUTE: Status[] = ["conflicts", "denied", "denies", "undecided", "overtaken", "updates"];

function disputeOf(claim: Claim): number {
  const worst = Math.min(...claim.status.map((s) => (DISPUTE.includes(s) ? DISPUTE.indexOf(s) : 9)), 9);
  return worst * 1000 - claim.relations.length;
}

function supportOf(claim: Claim): number {
  const ladder = claim.ladder;
  return ladder ? -(ladder.low * 1e6 + ladder.high * 1e4 + ladder.texts * 100 + ladder.outlets) : 0;
}

/** The claims that pass the filters of a route, in its order. */
export function chosen(story: Story, params: Record<string, string>, report: Report): Claim[] {
  const asked = (params["q"] ?? "").toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const { slot, source, status, support, place, sort } = params;
  const found = story.claims.filter(
    (claim) =>
      (!slot || claim.slot === slot) &&
      (!status || (status === "none" ? !claim.status.length : claim.status.some((s) => s === status))) &&
      (!support || !SUPPORT[support] || SUPPORT[support](claim)) &&
      (!place || claim.places.includes(Number(place))) &&
      (!source || claim.accounts.some((a) => a.hops.includes(source))) &&
      asked.every((word) => wordsOf(claim, report).includes(word)),
  );
  const rank = { time: timeOf, support: supportOf, dispute: disputeOf }[sort ?? ""] as
    | ((claim: Claim, report: Report) => string | number)
    | undefined;
  if (!rank) return found;
  return found
    .map((claim) => ({ claim, key: rank(claim, report) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.claim.number - b.claim.number))
    .map(({ claim }) => claim);
}

export function pageOf(route: Route, found: Claim[]): number {
  const at = found.findIndex((claim) => claim.number === route.item);
  const page = at >= 0 ? Math.floor(at / PAGE) : Number.parseInt(route.params["page"] ?? "1", 10) - 1;
  return Math.max(0, Math.min(Math.ceil(found.length / PAGE) - 1, Number.isFinite(page) ? page : 0));
}

/** Goes to the next or the previous claim of the board. */
export function step(route: Route, story: Story, report: Report, by: 1 | -1): void {
  const found = chosen(story, route.params, report);
  const at = found.findIndex((claim) => claim.number === route.item);
  const start = at >= 0 ? at + by : pageOf(route, found) * PAGE;
  const next = found[Math.max(0, Math.min(found.length - 1, start))];
  if (next) replaceRoute({ ...route, view: "claims", item: next.number });
}

export function Claims({ route, story }: { route: Route; story: Story }) {
  const report = useReport();
  const query = JSON.stringify(route.params);
  const found = useMemo(() => chosen(story, route.params, report), [story, query]);
  const page = pageOf(route, found);
  const shown = found.slice(page * PAGE, (page + 1) * PAGE);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (route.item < 0) return;
    const row = list.current?.querySelector<HTMLElement>(`#claim-${route.item}`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }, [route.item, story]);
  return (
    <>
      <Filters route={route} story={story} />
      <p class="tally" role="status">
        {found.length === story.claims.length
          ? count(found.length, "claim")
          : `${found.length.toLocaleString("en")} of ${count(story.claims.length, "claim")}`}
        {found.length > PAGE && `, ${page * PAGE + 1} to ${page * PAGE + shown.length} here`}
      </p>
      {!story.claims.length && <Empty>No claim was found in this story’s documents.</Empty>}
      {!!story.claims.length && !found.length && (
        <Empty>
          No claim fits these filters. <a href={hrefOf({ view: "claims", story: route.story })}>Show all</a>
        </Empty>
      )}
      <ol class="claims" ref={list}>
        {shown.map((claim) => (
          <ClaimRow claim={claim} key={claim.number} story={route.story} lit={claim.number === route.item} />
        ))}
      </ol>
      <Pager
        page={page}
        pages={Math.ceil(found.length / PAGE)}
        label="Pages of claims"
        href={(to) => hrefOf({ view: "claims", story: route.story, params: { ...route.params, page: `${to + 1}` } })}
      />
    </>
  );
}

function ClaimRow({ claim, story, lit }: { claim: Claim; story: number; lit: boolean }) {
  const first = claim.accounts.slice(0, ACCOUNTS);
  const rest = claim.accounts.slice(ACCOUNTS);
  return (
    <li class={lit ? "claim lit" : "claim"} id={`claim-${claim.number}`} tabIndex={-1}>
      <div class="head">
        <a class="number" href={claimHref(story, claim.number)} aria-label={`Claim ${claim.number}, link to it`}>
          {claim.number}
        </a>
        <h3 dir="auto">{claim.wording}</h3>
        <p class="marks-line">
          <span class="slot">{claim.slot}</span>
          <StatusMarks claim={claim} />
        </p>
      </div>
      <div class="told">
        <ul class="accounts">
          {first.map((account, at) => (
            <AccountLine account={account} key={at} />
          ))}
        </ul>
        {!!rest.length && (
          <details>
            <summary>{count(rest.length, "more account")}</summary>
            <ul class="accounts">
              {rest.map((account, at) => (
                <AccountLine account={account} key={at} />
              ))}
            </ul>
          </details>
        )}
        {!!claim.judged.length && (
          <ul class="judged" aria-label="Judged by people">
            {claim.judged.map((words, at) => (
              <li key={at} dir="auto">
                <span aria-hidden="true">✓</span> {words}
              </li>
            ))}
          </ul>
        )}
        {!!claim.relations.length && (
          <ul class="relations" aria-label="Relations to other claims">
            {claim.relations.map((relation, at) => (
              <RelationLine relation={relation} key={at} />
            ))}
          </ul>
        )}
      </div>
      <div class="side">
        {claim.ladder ? (
          <>
            <Ladder ladder={claim.ladder} />
            <Derivation ladder={claim.ladder} />
          </>
        ) : (
          <p class="empty">Its origins were not counted.</p>
        )}
      </div>
    </li>
  );
}

interface Option {
  value: string;
  words: string;
}

function Filters({ route, story }: { route: Route; story: Story }) {
  const slots = useMemo(() => tallied(story.claims.map((c) => [c.slot])), [story]);
  const statuses = useMemo(() => tallied(story.claims.map((c) => c.status)), [story]);
  const sources = useMemo(() => story.sources.map((s) => ({ value: s.name, words: `${s.name} (${s.accounts})` })), [story]);
  const set = (name: string, value: string) => {
    const { page: _page, ...params } = route.params;
    replaceRoute({ ...route, item: -1, params: { ...params, [name]: value } });
  };
  const field = (name: string, label: string, options: Option[], any = "any") => (
    <label>
      <span>{label}</span>
      <select value={route.params[name] ?? ""} onChange={(event) => set(name, event.currentTarget.value)} name={name}>
        {any && <option value="">{any}</option>}
        {options.map(({ value, words }) => (
          <option value={value} key={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  const place = story.places[Number(route.params["place"] ?? -1)];
  const named = Object.entries(statuses).map(([value, n]) => ({ value, words: `${STATUS[value as Status].words} (${n})` }));
  const active = Object.entries(route.params).some(([name, value]) => value && !["sort", "page"].includes(name));
  return (
    <div class="filters" role="group" aria-label="Choose among the claims">
      {field("slot", "About", Object.entries(slots).map(([value, n]) => ({ value, words: `${value} (${n})` })), "anything")}
      {field("source", "Source", sources)}
      {field("status", "Status", [...named, { value: "none", words: "related to no other" }])}
      {field("support", "Support", [
        { value: "several", words: "several documents" },
        { value: "echoed", words: "several outlets, one origin" },
        { value: "one", words: "one origin" },
        ...(story.claims.some((c) => SUPPORT["judged"]?.(c)) ? [{ value: "judged", words: "judged by a person" }] : []),
      ])}
      {field("sort", "Order", Object.entries(SORTS).filter(([k]) => k).map(([value, words]) => ({ value, words })), SORTS[""])}
      {place && (
        <span class="picked">
          at <bdi>{place.name}</bdi>
        </span>
      )}
      {active && (
        <a class="clear" href={hrefOf({ view: "claims", story: route.story, params: { sort: route.params["sort"] ?? "" } })}>
          Show all
        </a>
      )}
    </div>
  );
}

function tallied(lists: string[][]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of lists.flat()) counts[name] = (counts[name] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}
