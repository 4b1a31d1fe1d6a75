/** Sources: who is quoted, by which outlets, how often, how; and what each outlet calls the same body. */

import type { Naming, Source, Story } from "./payload";
import { Counted, Empty, Pager, Table } from "./parts";
import { hrefOf, type Route } from "./route";
import { count } from "./words";

const PAGE = 60; // sources on one page

export function Sources({ route, story }: { route: Route; story: Story }) {
  const pages = Math.ceil(story.sources.length / PAGE);
  const page = Math.max(0, Math.min(pages - 1, Number.parseInt(route.params["page"] ?? "1", 10) - 1 || 0));
  return (
    <>
      <section aria-labelledby="quoted">
        <h2 id="quoted">
          Who is quoted <span class="n">{story.sources.length}</span>
        </h2>
        {!story.sources.length && <Empty>No claim here is attributed to anybody: the outlets speak in their own voice.</Empty>}
        {!!story.sources.length && (
          <Table
            label="Sources"
            kind="sources stacked"
            columns={["Source", "Accounts", "Claims", "Quoted by", "In the words", "Hedged as"]}
            figures={["Accounts", "Claims"]}
          >
            {story.sources.slice(page * PAGE, (page + 1) * PAGE).map((source) => (
              <SourceRow source={source} story={route.story} key={source.name} />
            ))}
          </Table>
        )}
        <Pager
          page={page}
          pages={pages}
          label="Pages of sources"
          href={(to) => hrefOf({ view: "sources", story: route.story, params: { page: `${to + 1}` } })}
        />
      </section>
      <section aria-labelledby="naming">
        <h2 id="naming">
          What each outlet calls the same <span class="n">{story.naming.length}</span>
        </h2>
        {!story.naming.length && <Empty>Nobody in this story goes by more than one name or description.</Empty>}
        <div class="naming">
          {story.naming.map((row, at) => (
            <NamingTable row={row} key={at} />
          ))}
        </div>
      </section>
    </>
  );
}

function SourceRow({ source, story }: { source: Source; story: number }) {
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf({ view: "claims", story, params: { source: source.name } })} dir="auto">
          {source.name}
        </a>
        {source.party.length > 0 && (
          <details class="party">
            <summary>
              <span aria-hidden="true">⚑</span> {source.party.some((p) => p.includes(" is a party")) ? "party" : "may be a party"}
            </summary>
            <ul>
              {source.party.map((why, at) => (
                <li key={at} dir="auto">
                  {why}
                </li>
              ))}
            </ul>
          </details>
        )}
      </th>
      <td class="figure" data-label="accounts">
        {source.accounts}
      </td>
      <td class="figure" data-label="claims">
        {source.claims.length}
      </td>
      <td data-label="quoted by">
        <Counted counts={source.outlets} />
      </td>
      <td data-label="in the words">{Object.keys(source.cues).length ? <Counted counts={source.cues} /> : <span class="aside">no cue</span>}</td>
      <td data-label="hedged as">{Object.keys(source.hedges).length ? <Counted counts={source.hedges} /> : <span class="aside">none</span>}</td>
    </tr>
  );
}

function NamingTable({ row }: { row: Naming }) {
  const outlets = [...new Set(row.forms.flatMap((form) => Object.keys(form.outlets)))].sort();
  const total = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
  return (
    <Table
      label={`What each outlet calls ${row.name}`}
      columns={["Called", "Times", "By"]}
      figures={["Times"]}
      caption={
        <>
          <bdi>{row.name}</bdi> <span class="aside">{count(outlets.length, "outlet")}</span>
        </>
      }
    >
      {row.forms.map((form, at) => (
        <tr key={at}>
          <th scope="row">
            <bdi>{form.words}</bdi>
            {form.level !== "name" && <span class="note">description</span>}
          </th>
          <td class="figure">{total(form.outlets)}</td>
          <td>
            <Counted counts={form.outlets} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
