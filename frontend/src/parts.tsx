/** Components that several views share: chains, ladders, relations, statuses, tables, paging. */

import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Account, Claim, LadderData, Relation, Report, Status } from "./payload";
import { claimHref, documentHref, hrefOf } from "./route";
import { count, day, range, short } from "./words";

export const ReportContext = createContext<Report>(null as unknown as Report);
export const useReport = (): Report => useContext(ReportContext);

/** How each status is marked: never by colour alone, but also by a sign and words. */
export const STATUS: Record<Status, { sign: string; words: string; tone: "bad" | "mid" | "good" | "" }> = {
  conflicts: { sign: "≠", words: "in conflict", tone: "bad" },
  denied: { sign: "⊘", words: "denied", tone: "bad" },
  denies: { sign: "⊘", words: "denies another", tone: "bad" },
  overtaken: { sign: "←", words: "overtaken", tone: "mid" },
  updates: { sign: "→", words: "updates another", tone: "mid" },
  undecided: { sign: "?", words: "undecided", tone: "mid" },
  agrees: { sign: "=", words: "agrees with another", tone: "good" },
  compatible: { sign: "≈", words: "compatible with another", tone: "good" },
  possible: { sign: "~", words: "may say the same as another", tone: "" },
};

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

/** The four counts of a claim; its origins also as marks, full up to the low end of the range, hollow up to the high end. */
export function Ladder({ ladder }: { ladder: LadderData }) {
  const steps: [name: string, n: string, marks?: string][] = [
    [ladder.outlets === 1 ? "outlet" : "outlets", `${ladder.outlets}`],
    [ladder.families === 1 ? "family" : "families", `${ladder.families}`],
    [ladder.texts === 1 ? "text" : "texts", `${ladder.texts}`],
    [ladder.high === 1 ? "origin" : "origins", range(ladder.low, ladder.high), marksOf(ladder)],
  ];
  return (
    <dl class="ladder">
      {steps.map(([name, n, marks]) => (
        <div key={name} class={marks === undefined ? "" : "origins"}>
          <dt>
            {name}
            {marks && (
              <span class="marks" aria-hidden="true">
                {marks}
              </span>
            )}
          </dt>
          <dd>{n}</dd>
        </div>
      ))}
    </dl>
  );
}

function marksOf({ low, high }: LadderData): string {
  const most = Math.min(high, 12);
  return "●".repeat(Math.min(low, most)) + "○".repeat(Math.max(0, most - low)) + (high > most ? "…" : "");
}

export function Derivation({ ladder }: { ladder: LadderData }) {
  return (
    <details class="derivation">
      <summary>How this was counted</summary>
      <ol>
        {ladder.steps.map((step, at) => (
          <li key={at} dir="auto">
            {step}
          </li>
        ))}
      </ol>
    </details>
  );
}

export function StatusMarks({ claim }: { claim: Claim }) {
  return (
    <>
      {claim.status.map((name) => {
        const { sign, words, tone } = STATUS[name];
        return (
          <span class="status-of" key={name}>
            <span class={`status ${tone}`}>
              <span aria-hidden="true">{sign}</span> {words}
            </span>{" "}
          </span>
        );
      })}
    </>
  );
}

/** A relation as a chip that leads to the other claim, and the sentence that says why. */
export function RelationLine({ relation, bare = false }: { relation: Relation; bare?: boolean }) {
  const report = useReport();
  const { sign, tone } = relation.status ? STATUS[relation.status] : { sign: "·", tone: "" };
  const judged = relation.judge !== "sayso";
  const chip = (
    <>
      <span aria-hidden="true">{judged ? "✓" : sign}</span> {relation.words} {relation.other || "a claim of another record"}
    </>
  );
  return (
    <li class={`relation ${tone}`}>
      {relation.other ? (
        <a class="chip" href={claimHref(report.storyOf(relation.other), relation.other)}>
          {chip}
        </a>
      ) : (
        <span class="chip">{chip}</span>
      )}
      {!bare && (
        <span class="why" dir="auto">
          {relation.detail}
          {judged && !relation.detail.includes("judged by") && <span class="judge"> Judged by {relation.judge}.</span>}
        </span>
      )}
    </li>
  );
}

/** Hops from the outlet to the farthest source, each isolated, so that a name written from the right reorders no other. */
export function Chain({ hops }: { hops: string[] }) {
  return (
    <span dir="ltr">
      {hops.map((hop, at) => (
        <span key={at}>
          {at > 0 && " ‹ "}
          <bdi>{hop}</bdi>
        </span>
      ))}
    </span>
  );
}

/** One account: its day, its chain from the outlet to the farthest source, and its words, which link to their place. */
export function AccountLine({ account, width = 0 }: { account: Account; width?: number }) {
  const report = useReport();
  const document = report.document(account.document);
  const story = Math.max(0, document.story);
  const words = width ? short(account.words, width) : account.words;
  const last = account.hops.length - 1;
  return (
    <li class="account">
      <span class="day">{document.published ? day(document.published[0]) : "undated"}</span>
      <span class="said">
        <span class="chain">
          {account.hops.map((hop, at) => (
            <span key={at}>
              {at > 0 && (
                <>
                  <span class="from" aria-hidden="true">
                    ‹
                  </span>
                  <span class="vh"> citing </span>
                </>
              )}
              {at === 0 ? (
                <a href={documentHref(story, account.document)}>
                  <bdi>{hop}</bdi>
                </a>
              ) : at === last && !account.own ? (
                <a class="far" href={hrefOf({ view: "claims", story, params: { source: hop } })}>
                  <bdi>{hop}</bdi>
                </a>
              ) : (
                <bdi>{hop}</bdi>
              )}
            </span>
          ))}
          {account.own && <span class="note">own voice</span>}
          {account.zone !== "body" && <span class="note">{account.zone}</span>}
          {account.hedge && <span class="note hedge">{account.hedge}</span>}
          {account.probably && (
            <span class="note" title={account.probably}>
              probably the same
            </span>
          )}
        </span>
        <a class="words" dir="auto" href={documentHref(story, account.document, account.row)}>
          “{words}”
        </a>
      </span>
    </li>
  );
}

/** What to call each of the documents: its name, with its headline if several have that name. */
export function titles(report: Report, documents: number[]): Map<number, string> {
  const counts = new Map<string, number>();
  for (const d of documents) counts.set(report.document(d).name, (counts.get(report.document(d).name) ?? 0) + 1);
  const title = (d: number): string => {
    const { name, headline } = report.document(d);
    return headline && (counts.get(name) ?? 0) > 1 ? `${name}, “${short(headline, 48)}”` : name;
  };
  return new Map(documents.map((d) => [d, title(d)]));
}

/** A claim in one line, which links to its place on the board. */
export function ClaimLink({ number, width = 120 }: { number: number; width?: number }) {
  const report = useReport();
  const claim = report.claim(number);
  if (!claim) return null;
  return (
    <a class="claim-link" href={claimHref(report.storyOf(number), number)}>
      <span class="n">{number}</span> <bdi>{short(claim.wording, width)}</bdi>
    </a>
  );
}

export function ladderWords(claim: Claim): string {
  if (!claim.ladder) return "no count of origins";
  const { outlets, low, high } = claim.ladder;
  return `${count(outlets, "outlet")}, ${range(low, high)} ${high === 1 ? "origin" : "origins"}`;
}

/** Links to the pages before and after in a long list; `page` counts from 0. */
export function Pager({ page, pages, href, label }: { page: number; pages: number; href: (page: number) => string; label: string }) {
  if (pages < 2) return null;
  return (
    <nav class="pager" aria-label={label}>
      {page > 0 ? <a href={href(page - 1)}>Previous</a> : <span class="off">Previous</span>}
      <span>
        Page {page + 1} of {pages}
      </span>
      {page < pages - 1 ? <a href={href(page + 1)}>Next</a> : <span class="off">Next</span>}
    </nav>
  );
}

export function Counted({ counts }: { counts: Record<string, number> }) {
  return (
    <ul class="counted">
      {Object.entries(counts).map(([name, n]) => (
        <li key={name}>
          <bdi>{name}</bdi> <b>{n}</b>
        </li>
      ))}
    </ul>
  );
}

/** A drawing that scrolls sideways if it is wider than the page, with a hint that it does. */
export function Wide({ label, hint, children }: { label: string; hint: string; children: ComponentChildren }) {
  const region = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  useLayoutEffect(() => {
    const measure = () => region.current && setOver(region.current.scrollWidth > region.current.clientWidth);
    const watch = new ResizeObserver(measure);
    if (region.current) watch.observe(region.current);
    measure();
    return () => watch.disconnect();
  }, [children]);
  return (
    <>
      {over && <p class="sideways">{hint}</p>}
      <div class="scroll" ref={region} tabIndex={0} role="region" aria-label={label}>
        {children}
      </div>
    </>
  );
}

/** A table that scrolls sideways if it is wider than the page. Columns named in `figures` hold numbers. */
export function Table({ label, columns, figures = [], kind, caption, children }: {
  label: string;
  columns: string[];
  figures?: string[];
  kind?: string;
  caption?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      <table class={kind}>
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((name, at) => (
              <th scope="col" class={figures.includes(name) ? "figure" : undefined} key={at}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
