/** Lineage: who has a story's texts from whom, and the passages that two texts share, side by side. */

import { useMemo } from "preact/hooks";
import { arranged, HEIGHT, WIDTH } from "./arrange";
import type { Basis, LineageData, Report, Shared, Story } from "./payload";
import { Empty, Table, titles, useReport, Wide } from "./parts";
import { documentHref, hrefOf, type Route } from "./route";
import { count, day, percent, short } from "./words";

const PAIRS = 60; // pairs listed at once

const BASES: Record<Basis, string> = {
  credit: "a credit says so",
  citation: "it is cited",
  "shared text": "the texts share words",
};

export function Lineage({ route, story }: { route: Route; story: Story }) {
  const report = useReport();
  const data = story.lineage;
  const linked = new Set(data.edges.flatMap((e) => [e.copy, e.exemplar]));
  const alone = data.nodes.filter((node, at) => node.document >= 0 && !linked.has(at));
  const named = titles(report, alone.map((node) => node.document));
  return (
    <>
      <section aria-labelledby="tree">
        <h2 id="tree">Who has the text from whom</h2>
        {data.edges.length ? (
          <>
            <Key />

            <Graph data={data} report={report} route={route} />
            <InWords data={data} />
          </>
        ) : (
          <Empty>No document of this story credits or cites another outlet for its text, and no two of them share passages.</Empty>
        )}
        {!!alone.length && (
          <p class="aside">
            {alone.length === data.nodes.length ? "Each stands by itself: " : "By themselves, with no stated or shared text: "}
            {alone.map((node, at) => (
              <span key={at}>
                {at > 0 && ", "}
                <a href={documentHref(route.story, node.document)}>
                  <bdi>{named.get(node.document) ?? node.name}</bdi>
                </a>
              </span>
            ))}
            .
          </p>
        )}
      </section>
      <Passages route={route} story={story} />
    </>
  );
}

function Key() {
  return (
    <ul class="key">
      {Object.entries(BASES).map(([basis, words]) => (
        <li key={basis}>
          <svg width="46" height="10" aria-hidden="true">
            <path d="M1 5H45" class={`edge ${basis.replace(" ", "-")}`} />
          </svg>
          {words}
        </li>
      ))}
      <li>
        <span class="swatch held" aria-hidden="true" /> held
      </li>
      <li>
        <span class="swatch absent" aria-hidden="true" /> named, not held
      </li>
    </ul>
  );
}

function Graph({ data, report, route }: { data: LineageData; report: Report; route: Route }) {
  const { places, paths, width, height } = useMemo(() => arranged(data), [data]);
  const pairOf = (a: number, b: number) =>
    data.shared.findIndex((s) => [s.left, s.right].sort().join() === [a, b].sort().join());
  return (
    <Wide label="Tree of texts, scrolls sideways; in words below" hint="The tree scrolls sideways.">
      <div class="graph" style={{ width: `${width}px`, height: `${height}px` }}>
        <svg width={width} height={height} aria-hidden="true">
          {data.edges.map((edge, at) => (
            <path key={at} class={`edge ${edge.basis.replace(" ", "-")}`} d={paths[at] ?? ""} />
          ))}
        </svg>
        {[...places.values()].map(({ node, x, y }) => {
          const { document, name } = data.nodes[node] ?? { document: -1, name: "" };
          const held = document >= 0 ? report.document(document) : null;
          const spot = { left: `${x}px`, top: `${y}px`, width: `${WIDTH}px`, height: `${HEIGHT}px` };
          const up = data.edges.find((e) => e.copy === node && (data.nodes[e.exemplar]?.document ?? -1) >= 0);
          const pair = up ? pairOf(document, data.nodes[up.exemplar]?.document ?? -1) : -1;
          return (
            <div key={node} class={held ? "node held" : "node absent"} style={spot}>
              {held ? (
                <a href={documentHref(route.story, document)} dir="auto">
                  {short(name, 52)}
                </a>
              ) : (
                <bdi>{short(name, 52)}</bdi>
              )}
              <span class="aside">
                {held ? (held.published ? day(held.published[0]) : "undated") : "not held"}
                {pair >= 0 && (
                  <>
                    {" · "}
                    <a href={hrefOf({ view: "lineage", story: route.story, item: pair })}>shared text</a>
                  </>
                )}
              </span>
            </div>
          );
        })}
      </div>
    </Wide>
  );
}

function InWords({ data }: { data: LineageData }) {
  return (
    <details>
      <summary>{count(data.edges.length, "link")} in words</summary>
      <ul class="reasons">
        {data.edges.map((edge, at) => (
          <li key={at}>
            <b>
              <bdi>{data.nodes[edge.copy]?.name}</bdi> from <bdi>{data.nodes[edge.exemplar]?.name}</bdi>
            </b>{" "}
            ({edge.basis}). <span dir="auto">{edge.detail}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Passages({ route, story }: { route: Route; story: Story }) {
  const report = useReport();
  const { shared } = story.lineage;
  const open = shared[route.item];
  const name = (d: number) => report.document(d).name;
  return (
    <section aria-labelledby="shared">
      <h2 id="shared">
        Shared passages <span class="n">{shared.length}</span>
      </h2>
      {!shared.length && <Empty>No two documents of this story share passages.</Empty>}
      {!!shared.length && (
        <Table
          label="Pairs that share passages"
          kind="stacked"
          columns={["One text", "Words shared", "Other text", "Words shared", "Passages"]}
          figures={["Words shared"]}
        >
          {shared.slice(0, PAIRS).map((pair, at) => (
            <tr key={at} class={at === route.item ? "lit" : ""}>
              <td data-label="one text">
                <bdi>{name(pair.left)}</bdi>
              </td>
              <td class="figure" data-label="words shared">
                {percent(pair.share_of_left)}
              </td>
              <td data-label="other text">
                <bdi>{name(pair.right)}</bdi>
              </td>
              <td class="figure" data-label="words shared">
                {percent(pair.share_of_right)}
              </td>
              <td data-label="passages">
                <a href={hrefOf({ view: "lineage", story: route.story, item: at })} aria-current={at === route.item}>
                  Side by side
                </a>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {shared.length > PAIRS && <p class="aside">The {PAIRS} pairs that share most, of {shared.length}.</p>}
      {open && <SideBySide pair={open} story={route.story} />}
    </section>
  );
}

function SideBySide({ pair, story }: { pair: Shared; story: number }) {
  const report = useReport();
  const head = (d: number, share: number) => (
    <h3>
      <a href={documentHref(story, d)} dir="auto">
        {report.document(d).name}
      </a>{" "}
      <span class="aside">{percent(share)} of its words</span>
    </h3>
  );
  return (
    <div class="beside" id="passages">
      <p dir="auto">{pair.detail}</p>
      <div class="two">
        {head(pair.left, pair.share_of_left)}
        {head(pair.right, pair.share_of_right)}
        {pair.passages.flatMap(([left, right], at) => [
          <blockquote key={`l${at}`} dir="auto">
            {left}
          </blockquote>,
          <blockquote key={`r${at}`} dir="auto">
            {right}
          </blockquote>,
        ])}
      </div>
      {!pair.passages.length && (
        <Empty>This report carries the passages of the pairs that share most; the record holds those of this pair too.</Empty>
      )}
      {!report.data.texts && <p class="aside">Passages are cut to 200 characters: this report leaves article text out.</p>}
    </div>
  );
}
