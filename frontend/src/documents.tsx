/** Documents: the text with its zones and highlights, which link to their rows; and where the text is from, with its rights. */

import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { DocumentData, FoundRow, Piece, Story } from "./payload";
import { Chain, ClaimLink, Empty, useReport } from "./parts";
import { documentHref, hrefOf, type Route } from "./route";
import { count, day, short } from "./words";

const ROLES: [bit: number, name: string][] = [
  [1, "source"],
  [2, "cue"],
  [4, "content"],
  [8, "own"],
];

export function Documents({ route, story }: { route: Route; story: Story }) {
  const report = useReport();
  const at = report.data.documents[route.item] ? route.item : (story.documents[0] ?? -1);
  const document = report.data.documents[at];
  if (!document) return <Empty>This story has no document.</Empty>;
  return (
    <div class="reading">
      <nav class="shelf" aria-label="Documents of this story">
        <ol>
          {story.documents.map((d) => (
            <li key={d}>
              <a href={documentHref(route.story, d)} aria-current={d === at ? "page" : undefined}>
                <b dir="auto">{report.document(d).name}</b>
                <span dir="auto">{short(report.document(d).headline, 60)}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <Page document={document} at={at} route={route} />
    </div>
  );
}

function Page({ document, at, route }: { document: DocumentData; at: number; route: Route }) {
  const chosen = Number.parseInt(route.params["row"] ?? "-1", 10);
  const row = document.rows[chosen];
  const href = (to: number) => documentHref(route.story, at, to);
  useEffect(() => {
    const first = globalThis.document.querySelector(`.text a.lit, .rows li.lit`);
    if (first) first.scrollIntoView({ block: "center" });
    else globalThis.document.getElementById("page-title")?.scrollIntoView({ block: "nearest" });
  }, [at, chosen]);
  return (
    <article class="page" aria-labelledby="page-title">
      <header>
        <h2 id="page-title" dir="auto">
          {document.headline || document.name}
        </h2>
        <p class="aside">
          <bdi>{document.name}</bdi>
          {" · "}
          {document.published ? `${day(document.published[0])}, ${document.published[1]}` : "undated"}
          {document.published?.[2] && <span dir="auto"> ({document.published[2]})</span>}
          {document.byline && (
            <>
              {" · "}
              <bdi>{document.byline}</bdi>
            </>
          )}
        </p>
      </header>
      <div class="sheet">
        <div class="text-side">
          {document.blocks.length > 0 && <Legend />}
          {document.language && document.language !== "en" && (
            <p class="empty">The text is in another language ({document.language}): it is kept and zoned, but only English is annotated.</p>
          )}
          {document.blocks.length > 0 ? (
            <div class="text">
              {document.blocks.map((block, key) => (
                <p class={`zone zone-${block.zone}`} dir="auto" key={key}>
                  <span class="tag">{block.zone}</span>
                  {block.pieces.map((piece, part) => (
                    <Marked piece={piece} chosen={chosen} href={href} key={part} />
                  ))}
                </p>
              ))}
              {document.cut && <Empty>The text is longer than a report shows; the record holds all of it.</Empty>}
            </div>
          ) : (
            <RowList document={document} chosen={chosen} href={href} />
          )}
        </div>
        <div class="beside-text">
          {row && <RowPanel row={row} close={documentHref(route.story, at)} />}
          <Rights document={document} />
        </div>
      </div>
    </article>
  );
}

function Legend() {
  return (
    <p class="legend">
      Marked: <span class="mark source">source</span> <span class="mark cue">cue</span> <span class="mark content">what is attributed</span>{" "}
      <span class="mark own">claim in the outlet’s own voice</span>. Choose a mark to see its row.
    </p>
  );
}

function Marked({ piece, chosen, href }: { piece: Piece; chosen: number; href: (row: number) => string }) {
  const [words, roles, rows] = piece;
  if (roles === undefined || rows === undefined || !words.trim()) return <>{words}</>;
  const names = ROLES.filter(([bit]) => roles & bit).map(([, name]) => name);
  const lit = rows.includes(chosen);
  // choosing the same words again goes on to the next row that covers them
  const next = rows[(rows.indexOf(chosen) + 1) % rows.length] ?? 0;
  return (
    <a class={`mark ${names.join(" ")}${lit ? " lit" : ""}`} href={href(next)}>
      {words}
    </a>
  );
}

function RowList({ document, chosen, href }: { document: DocumentData; chosen: number; href: (row: number) => string }) {
  const { data } = useReport();
  return (
    <>
      <Empty>
        {data.texts
          ? "Nothing stands in this document’s blocks."
          : `The text of this article (${document.length.toLocaleString("en")} characters) was left out of this report. These are the words that its rows rest on, each under 200 characters.`}
      </Empty>
      {!document.rows.length && <Empty>No attribution and no claim was found in it.</Empty>}
      <ol class="rows">
        {document.rows.map((row, at) => (
          <li key={at} class={at === chosen ? "lit" : ""}>
            <a href={href(at)} dir="auto">
              “{row.content}”
            </a>
            {row.source && (
              <span class="aside" dir="auto">
                {" "}
                {row.cue} {row.source}
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function RowPanel({ row, close }: { row: FoundRow; close: string }) {
  return (
    <section class="panel" aria-labelledby="row-title">
      <h3 id="row-title">{row.kind === "claim" ? "Claim in the outlet’s own voice" : "Attribution"}</h3>
      <a class="close" href={close} aria-label="Close this row">
        ✕
      </a>
      <dl>
        {row.source && <Field name="source" words={row.source} />}
        {row.cue && <Field name="cue" words={row.cue} />}
        {row.content && <Field name={row.kind === "claim" ? "claim" : "content"} words={row.content} />}
        <Field name="chain" words={row.chain.length ? <Chain hops={row.chain} /> : "nobody is named"} />
        <Field name="read as" words={row.about.join(", ")} />
        {row.detail && <Field name="because" words={row.detail} />}
      </dl>
      {row.claims.length > 0 ? (
        <ul class="pairs">
          {row.claims.map((number) => (
            <li key={number}>
              <ClaimLink number={number} width={90} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="empty">No claim of a story rests on it.</p>
      )}
      <p class="aside">
        <code>sayso explain {row.id}</code>
      </p>
    </section>
  );
}

function Field({ name, words }: { name: string; words: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{words}</dd>
    </div>
  );
}

function Rights({ document }: { document: DocumentData }) {
  return (
    <section class="panel" aria-labelledby="rights-title">
      <h3 id="rights-title">Where it is from, and rights</h3>
      {document.notices.map((notice, at) => (
        <p class="notice" dir="auto" key={at}>
          <b>Weigh this:</b> {notice}
        </p>
      ))}
      <dl>
        {document.provenance.length > 1 && (
          <div>
            <dt>text from</dt>
            <dd>
              {document.provenance.map((hop, at) => (
                <span key={at}>
                  {at > 0 && " ‹ "}
                  <bdi>{hop.name}</bdi>
                  {!hop.held && <span class="note absent">not held</span>}
                </span>
              ))}
            </dd>
          </div>
        )}
        {document.credits.map((credit, at) => (
          <Field
            key={at}
            name={credit.role}
            words={`${credit.name}${credit.date ? `, ${credit.date}` : ""}${credit.words && credit.words !== credit.name ? ` (“${credit.words}”)` : ""}`}
          />
        ))}
        <Field name="licence" words={document.licence || "the page states none"} />
        {document.dateline && <Field name="dateline" words={document.dateline} />}
        <Field name="came from" words={document.uri} />
        {document.capture[0] && <Field name="SHA-256" words={document.capture[0]} />}
        {document.capture[2] && <Field name="received" words={document.capture[2]} />}
        <Field name="row" words={document.id} />
      </dl>
      {!document.credits.length && <p class="empty">The page credits nobody.</p>}
      <p class="aside">
        <a href={hrefOf({ view: "claims", story: Math.max(0, document.story), params: { q: document.name } })}>
          Claims that {document.name} makes
        </a>
        {" · "}
        {count(document.rows.length, "row")}
      </p>
    </section>
  );
}
