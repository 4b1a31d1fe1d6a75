/** Method: what made this report, what was set aside and why, how often it errs, what it cannot do. */

import type { Payload } from "./payload";
import { Empty, Pager, Table } from "./parts";
import { documentHref, hrefOf, type Route } from "./route";
import { count, day, percent } from "./words";

const PAGE = 100; // captures on one page

const LIMITS = [
  "Only English is annotated. Other languages are kept, zoned and marked.",
  "An origin is a named far end of a chain. Two names may be one source in a way that no text says; the low end of the range merges only what a stated relation, or the lexicon of institutional parts, supports. Unknown is never counted as independent.",
  "Claims are compared by what they are about (tolls, control, movement …). What fits none of these is compared by wording, and paraphrases of it can stay apart.",
  "Owners of publishers are known for the outlets in the lexicon; an unknown owner never merges.",
  "A place is as fine as the text and the gazetteer make it; a region is drawn as a ring because its borders are not known here.",
  "Sayso proposes; a person judges.",
];

export function Method({ data, route }: { data: Payload; route: Route }) {
  return (
    <>
      <section aria-labelledby="how">
        <h2 id="how">How to read it</h2>
        <p class="prose">
          Made by Sayso {data.method.version} from {count(data.documents.length, "document")}. A claim is one clause that somebody is
          said to have said, or that an outlet says in its own voice. Its ladder has four counts: outlets, families (publishers of one
          owner), texts (documents that share text count once) and origins (the farthest sources that its accounts name). The lower
          figure of the origins merges those that may be one body and leaves out unnamed ones; the higher counts every distinct name.
          Every row leads back to the words and the captured bytes with <code>sayso explain</code>; <code>sayso verify</code>{" "}
          re-checks the bytes against their digests.
        </p>
        {!data.texts && <p class="prose">Article text was left out of this report, but for spans under 200 characters.</p>}
      </section>
      <Dropped data={data} />
      <Errors data={data} />
      <section aria-labelledby="limits">
        <h2 id="limits">What it can’t do</h2>
        <ul class="prose">
          {LIMITS.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
      <Activities data={data} />
      <Captures data={data} route={route} />
    </>
  );
}

function Dropped({ data }: { data: Payload }) {
  const { problems, zones } = data.method;
  const total = zones.reduce((sum, [, , characters]) => sum + characters, 0) || 1;
  return (
    <section aria-labelledby="dropped">
      <h2 id="dropped">What was set aside, and why</h2>
      {!problems.length && <Empty>Everything that came in could be read, and every stage ran.</Empty>}
      {!!problems.length && (
        <ul class="reasons">
          {problems.map((problem, at) => (
            <li key={at}>
              {problem.document >= 0 ? (
                <a href={documentHref(data.documents[problem.document]?.story ?? 0, problem.document)} dir="auto">
                  {data.documents[problem.document]?.name}
                </a>
              ) : (
                <bdi>{problem.subject}</bdi>
              )}
              : <span dir="auto">{problem.reason}</span> <span class="aside">({problem.stage})</span>
            </li>
          ))}
        </ul>
      )}
      {!!zones.length && (
        <>
          <p class="prose">Nothing of a page is thrown away: every stretch has a zone, and claims are looked for in the article’s own.</p>
          <Table
            label="Zones"
            kind="narrow"
            columns={["Zone", "Stretches", "Characters", "Share"]}
            figures={["Stretches", "Characters", "Share"]}
          >
            {zones.map(([zone, blocks, characters]) => (
              <tr key={zone}>
                <th scope="row">{zone}</th>
                <td class="figure">{blocks.toLocaleString("en")}</td>
                <td class="figure">{characters.toLocaleString("en")}</td>
                <td class="figure">{percent(characters / total)}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </section>
  );
}

function Errors({ data }: { data: Payload }) {
  const { figures, measured } = data.method;
  return (
    <section aria-labelledby="errors">
      <h2 id="errors">How often it errs</h2>
      {!figures.length ? (
        <Empty>The measured figures are not installed with this copy of Sayso; its repository has them.</Empty>
      ) : (
        <>
          <p class="prose">
            What Sayso reached on its development data{measured && `, as last raised on ${day(measured)}`}: every change since is held to
            these. Rules and constants were chosen with those data in sight, so read them as upper bounds.
          </p>
          <Table
            label="Measured figures"
            kind="narrow"
            columns={["Task and data", "Figure", "Value"]}
            figures={["Value"]}
          >
            {figures.map(([task, figure, value], at) => (
              <tr key={at}>
                {figures[at - 1]?.[0] !== task && (
                  <th scope="rowgroup" rowSpan={figures.filter(([name]) => name === task).length}>
                    {task}
                  </th>
                )}
                <td>{figure}</td>
                <td class="figure">{value.toFixed(3)}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </section>
  );
}

function Activities({ data }: { data: Payload }) {
  return (
    <section aria-labelledby="activities">
      <h2 id="activities">Activities</h2>
      {!data.method.activities.length && <Empty>No activity is kept in this record.</Empty>}
      {data.method.activities.map((activity) => (
        <details key={activity.id}>
          <summary>
            {activity.stage}, Sayso {activity.version}
            {activity.started && `, first run ${activity.started}`}
          </summary>
          <dl class="pairs-of">
            <div>
              <dt>row</dt>
              <dd>{activity.id}</dd>
            </div>
            {[...activity.parameters, ...activity.assets].map(([name, value], at) => (
              <div key={at}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}

function Captures({ data, route }: { data: Payload; route: Route }) {
  const pages = Math.ceil(data.documents.length / PAGE);
  const page = Math.max(0, Math.min(pages - 1, Number.parseInt(route.params["page"] ?? "1", 10) - 1 || 0));
  return (
    <section aria-labelledby="captures">
      <h2 id="captures">Captured bytes</h2>
      {!data.documents.length && <Empty>No document is in this record.</Empty>}
      {!!data.documents.length && (
        <div class="scroll" tabIndex={0} role="region" aria-label="Captured bytes">
          <table class="captures">
            <thead>
              <tr>
                <th scope="col">Document</th>
                <th scope="col">SHA-256 of the bytes</th>
                <th scope="col">Type</th>
                <th scope="col">Received</th>
              </tr>
            </thead>
            <tbody>
              {data.documents.slice(page * PAGE, (page + 1) * PAGE).map((document, at) => (
                <tr key={document.id}>
                  <th scope="row">
                    <a href={documentHref(document.story, page * PAGE + at)} dir="auto">
                      {document.name}
                    </a>
                  </th>
                  <td>
                    <code>{document.capture[0] ?? "not kept"}</code>
                  </td>
                  <td>{document.capture[1]}</td>
                  <td>{document.capture[2] || "unknown"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager
        page={page}
        pages={pages}
        label="Pages of captures"
        href={(to) => hrefOf({ view: "method", story: route.story, params: { page: `${to + 1}` } })}
      />
    </section>
  );
}
