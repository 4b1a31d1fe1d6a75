/** The overview: the story in one sentence, when, where, from articles to origins, what conflicts, what only one origin says. */

import type { Claim, Story } from "./payload";
import { AccountLine, ClaimLink, Empty, StatusMarks, ladderWords, useReport } from "./parts";
import { claimHref, hrefOf } from "./route";
import { count, days, listed, range, short } from "./words";

const SHOWN = 6; // claims of each list
const NAMED = 3; // origins of one claim that the sentence names

export function Overview({ story, at }: { story: Story; at: number }) {
  const report = useReport();
  const places = story.places.slice(0, 3).map((place) => place.name);
  const best = story.top.sentence.flatMap((n) => report.claim(n) ?? []);
  return (
    <>
      <p class="where">
        <span>{story.days.length ? days(story.days[0], story.days[1]) : "No document of this story is dated"}</span>
        {places.length > 0 && (
          <span>
            <a href={hrefOf({ view: "map", story: at })} dir="auto">
              {listed(places)}
            </a>
            {story.places.length > 3 && ` and ${count(story.places.length - 3, "other place")}`}
          </span>
        )}
      </p>
      <Sentence claims={best} story={at} />
      <Funnel story={story} at={at} />
      <div class="columns">
        <Tensions story={story} at={at} />
        <Echoed story={story} at={at} />
      </div>
      <Alone story={story} at={at} />
      <Outlets story={story} at={at} />
    </>
  );
}

/** One sentence that quotes the best supported claims that nothing shakes. */
function Sentence({ claims, story }: { claims: Claim[]; story: number }) {
  if (!claims.length) return <Empty>No claim of this story can be quoted in a sentence: none has a count of origins.</Empty>;
  const shaken = claims.every((c) => c.status.some((s) => ["conflicts", "denied", "overtaken", "undecided"].includes(s)));
  return (
    <section aria-labelledby="sentence">
      <h2 id="sentence" class="vh">
        The story in one sentence
      </h2>
      <p class="sentence">
        Best supported:{" "}
        {claims.map((claim, at) => (
          <span key={claim.number}>
            {at > 0 && (at === claims.length - 1 ? "; and " : "; ")}
            <q dir="auto">{claim.wording}</q>
            <SaidBy names={vouching(claim)} />{" "}
            <a class="ref" href={claimHref(story, claim.number)} aria-label={`claim ${claim.number}`}>
              {claim.number}
            </a>
          </span>
        ))}
        .
      </p>
      <p class="aside">
        {shaken
          ? "Made of the best supported claims; every one of them is in conflict, denied, overtaken or undecided: "
          : "Made of the best supported claims that no other claim shakes: "}
        {claims.map((c) => `${c.number} has ${ladderWords(c)}`).join("; ")}.
      </p>
    </section>
  );
}

/** The origins of a claim, without those whose accounts only probably belong to it: they did not say these words. */
function vouching(claim: Claim): string[] {
  const hops = (probably: boolean) => claim.accounts.filter((a) => !!a.probably === probably).flatMap((a) => a.hops);
  const [sure, likely] = [new Set(hops(false)), new Set(hops(true))];
  return (claim.ladder?.names ?? []).filter((name) => sure.has(name) || !likely.has(name));
}

/** Who says it: without that, a sentence of well supported claims would read as fact. */
function SaidBy({ names }: { names: string[] }) {
  if (!names.length) return null;
  const more = names.length - NAMED;
  return (
    <>
      , {names.length === 1 ? "says" : "say"}{" "}
      <bdi>{listed(more > 0 ? [...names.slice(0, NAMED), count(more, "other")] : names)}</bdi>
    </>
  );
}

function Funnel({ story, at }: { story: Story; at: number }) {
  const steps: { n: number; name: string; note: string; href: string }[] = [
    {
      n: story.documents.length,
      name: story.documents.length === 1 ? "article" : "articles",
      note: "documents on this happening",
      href: hrefOf({ view: "documents", story: at }),
    },
    {
      n: story.outlets,
      name: story.outlets === 1 ? "outlet" : "outlets",
      note: "distinct publishers",
      href: hrefOf({ view: "sources", story: at }),
    },
    {
      n: story.texts,
      name: story.texts === 1 ? "text" : "texts",
      note: "what shares text counted once",
      href: hrefOf({ view: "lineage", story: at }),
    },
  ];
  const counted = story.claims.filter((c) => c.ladder);
  const one = story.top.alone.length;
  const best = counted.reduce<Claim | undefined>((a, b) => (a && strength(a) >= strength(b) ? a : b), undefined);
  const low = best?.ladder?.low ?? 0;
  const most = best?.ladder?.high ?? 0;
  const widest = Math.max(1, story.documents.length);
  return (
    <section aria-labelledby="funnel">
      <h2 id="funnel">From articles to origins</h2>
      <ol class="funnel">
        {steps.map(({ n, name, note, href }) => (
          <li key={name}>
            <Bar share={n / widest} />
            <a href={href}>
              <b>{n}</b> {name}
            </a>
            <span class="note-line">{note}</span>
          </li>
        ))}
        <li class="end">
          <Bar share={Math.min(1, low / widest)} more={Math.min(1, most / widest)} />
          <a href={best ? claimHref(at, best.number) : hrefOf({ view: "claims", story: at })}>
            <b>{range(low, most)}</b> {most === 1 ? "origin" : "origins"}
          </a>
          <span class="note-line">behind the best supported claim</span>
        </li>
      </ol>
      <p class="aside">
        {counted.length
          ? `${count(one, "claim")} of ${counted.length} ${one === 1 ? "rests" : "rest"} on one origin. `
          : "No claim’s origins were counted. "}
        {story.origins > 0 && `${count(story.origins, "origin is", "origins are")} named in all.`}
      </p>
    </section>
  );
}

function strength(claim: Claim): number {
  return (claim.ladder?.low ?? 0) * 1000 + (claim.ladder?.high ?? 0);
}

function Bar({ share, more = share }: { share: number; more?: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="more" x="0" y="0" width={Math.max(1, 100 * more)} height="8" />
      <rect class="sure" x="0" y="0" width={Math.max(1, 100 * share)} height="8" />
    </svg>
  );
}

function Tensions({ story, at }: { story: Story; at: number }) {
  const report = useReport();
  const told = new Set<number>();
  const pairs = story.top.tensions.flatMap((number) => {
    const claim = report.claim(number);
    const relations = (claim?.relations ?? []).filter((r) => {
      if (!["conflicts", "denial", "undecided"].includes(r.kind) || told.has(r.other)) return false;
      return r.status !== "denied" || !r.other;
    });
    if (!claim || !relations.length) return [];
    told.add(number);
    return relations.map((relation) => ({ claim, relation }));
  });
  return (
    <section aria-labelledby="tensions">
      <h2 id="tensions">
        What conflicts <span class="n">{pairs.length}</span>
      </h2>
      {!pairs.length && <Empty>Nothing: no claim of this story conflicts with another, is denied, or stays undecided.</Empty>}
      <ul class="pairs">
        {pairs.slice(0, SHOWN).map(({ claim, relation }, key) => (
          <li key={key}>
            <ClaimLink number={claim.number} width={110} />
            <span class={`versus ${relation.kind}`}>
              {relation.words.replace("undecided against", "and, undecided,").replace(" with", "")}
            </span>
            <ClaimLink number={relation.other} width={110} />
            <details>
              <summary>Why</summary>
              <p dir="auto">{relation.detail}</p>
            </details>
          </li>
        ))}
      </ul>
      {pairs.length > SHOWN && (
        <p>
          <a href={hrefOf({ view: "claims", story: at, params: { sort: "dispute" } })}>All, by dispute</a>
        </p>
      )}
    </section>
  );
}

function Echoed({ story, at }: { story: Story; at: number }) {
  const report = useReport();
  const numbers = story.top.echoed;
  return (
    <section aria-labelledby="echoed">
      <h2 id="echoed">
        Several outlets, one origin <span class="n">{numbers.length}</span>
      </h2>
      {!numbers.length && <Empty>None: no claim that several outlets make rests on one origin only.</Empty>}
      <ul class="pairs">
        {numbers.slice(0, SHOWN).flatMap((number) => {
          const ladder = report.claim(number)?.ladder;
          if (!ladder) return [];
          return (
            <li key={number}>
              <ClaimLink number={number} width={110} />
              <span class="aside">
                {count(ladder.outlets, "outlet")}, {count(ladder.texts, "text")}, all from <bdi>{listed(ladder.names)}</bdi>
              </span>
            </li>
          );
        })}
      </ul>
      {numbers.length > SHOWN && (
        <p>
          <a href={hrefOf({ view: "claims", story: at, params: { support: "echoed" } })}>All {numbers.length}</a>
        </p>
      )}
    </section>
  );
}

/** What only one origin says, by source. */
function Alone({ story, at }: { story: Story; at: number }) {
  const report = useReport();
  const claims = story.top.alone.flatMap((n) => report.claim(n) ?? []);
  const telling = claims.filter((c) => c.slot !== "statement" && !story.top.echoed.includes(c.number));
  return (
    <section aria-labelledby="alone">
      <h2 id="alone">
        What nobody but one origin says <span class="n">{claims.length}</span>
      </h2>
      {!claims.length && <Empty>Every claim whose origins were counted may have more than one.</Empty>}
      <ul class="alone">
        {telling.slice(0, SHOWN).map((claim) => (
          <li key={claim.number}>
            <p>
              <ClaimLink number={claim.number} /> <StatusMarks claim={claim} />
            </p>
            <ul class="accounts">
              {claim.accounts.slice(0, 1).map((account, key) => (
                <AccountLine account={account} width={140} key={key} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {claims.length > 0 && (
        <p>
          <a href={hrefOf({ view: "claims", story: at, params: { support: "one" } })}>
            {count(claims.length, "claim")} of one origin, on the board
          </a>
        </p>
      )}
    </section>
  );
}

function Outlets({ story, at }: { story: Story; at: number }) {
  const report = useReport();
  const noticed = story.documents.filter((d) => report.document(d).notices.length);
  if (!noticed.length) return null;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">Rights to weigh</h2>
      <ul>
        {noticed.slice(0, SHOWN).map((d) => {
          const document = report.document(d);
          return (
            <li key={d}>
              <a href={hrefOf({ view: "documents", story: at, item: d })} dir="auto">
                {document.name}, “{short(document.headline, 80)}”
              </a>
              : <span dir="auto">{document.notices.join(" ")}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
