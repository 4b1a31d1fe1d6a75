/** The claim sheet, for printing: every claim with its accounts, and endnotes that identify each document. */

import type { Claim, Payload, Story } from "./payload";
import { Chain, STATUS } from "./parts";
import { count, day, days, range } from "./words";

export function ClaimSheet({ data }: { data: Payload }) {
  return (
    <div class="sheet-print">
      <h1>
        Claim sheet: <span dir="auto">{data.name}</span>
      </h1>
      {!data.stories.length && <p>No document in this record could be read, so there is no story to show.</p>}
      {data.stories.map((story) => (
        <StorySheet story={story} key={story.id} />
      ))}
      <h2>Endnotes</h2>
      <ol class="endnotes">
        {data.documents.map((document, at) => (
          <li key={document.id} value={at + 1}>
            <bdi>{document.name}</bdi>, “<bdi>{document.headline || "untitled"}</bdi>”,{" "}
            {document.published ? `${day(document.published[0])} (${document.published[1]})` : "undated"}. {document.uri}.{" "}
            {document.capture[0] && `SHA-256 ${document.capture[0]}.`}
          </li>
        ))}
      </ol>
      <p>
        Made by Sayso {data.method.version}. The counts after each claim: outlets, families, texts, origins. Sayso proposes; a person
        judges.
      </p>
    </div>
  );
}

function StorySheet({ story }: { story: Story }) {
  return (
    <section>
      <h2 dir="auto">{story.title}</h2>
      <p>
        {story.days.length ? days(story.days[0], story.days[1]) : "undated"} · {count(story.documents.length, "article")} ›{" "}
        {count(story.outlets, "outlet")} › {count(story.texts, "text")} · {count(story.origins, "named origin")} behind{" "}
        {count(story.claims.length, "claim")}
      </p>
      {!story.claims.length && <p>No claim was found in these documents.</p>}
      {story.claims.map((claim) => (
        <ClaimEntry claim={claim} key={claim.number} />
      ))}
    </section>
  );
}

function ClaimEntry({ claim }: { claim: Claim }) {
  const ladder = claim.ladder;
  return (
    <div class="entry">
      <p class="entry-head">
        <b>{claim.number}</b> <span dir="auto">{claim.wording}</span>
      </p>
      <p class="entry-about">
        {claim.slot}
        {claim.status.map((s) => ` · ${STATUS[s].words}`).join("")}
        {ladder &&
          ` · outlets ${ladder.outlets}, families ${ladder.families}, texts ${ladder.texts}, origins ${range(ladder.low, ladder.high)}`}
      </p>
      <ul>
        {claim.accounts.map((account, at) => (
          <li key={at}>
            <Chain hops={account.hops} />
            {account.own && " (own voice)"}
            {account.zone !== "body" && ` (${account.zone})`}
            {account.hedge && ` (${account.hedge})`}
            {account.probably && " (probably the same)"}: <q dir="auto">{account.words}</q>
            <sup>{account.document + 1}</sup>
          </li>
        ))}
        {claim.judged.map((words, at) => (
          <li key={`j${at}`} class="entry-relation" dir="auto">
            ✓ {words}
          </li>
        ))}
        {claim.relations.map((relation, at) => (
          <li key={`r${at}`} class="entry-relation">
            {relation.words} {relation.other || "another"}: <span dir="auto">{relation.detail}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
