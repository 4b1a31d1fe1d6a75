/** The report: reads its data, follows the address, shows a view. */

import "./style.css";
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Claims, step } from "./claims";
import { Documents } from "./documents";
import { Lineage } from "./lineage";
import { PlaceMap } from "./map";
import { Method } from "./method";
import { Overview } from "./overview";
import { Empty, ReportContext, useReport } from "./parts";
import { type Payload, Report } from "./payload";
import { ClaimSheet } from "./print";
import { hrefOf, readRoute, replaceRoute, type Route, VIEWS, type View } from "./route";
import { Sources } from "./sources";
import { Timeline } from "./timeline";
import { count, days, short } from "./words";

const NAMES: Record<View, string> = {
  overview: "Overview",
  claims: "Claims",
  timeline: "Timeline",
  map: "Map",
  lineage: "Lineage",
  sources: "Sources",
  documents: "Documents",
  method: "Method",
  print: "Claim sheet",
};

const KEYS: [keys: string, does: string][] = [
  ["j, k", "next claim, claim before"],
  ["/", "search the claims"],
  ["?", "this list"],
  ["Esc", "close it, or leave the search"],
  ["← ↑ → ↓, + −", "on the map: move, zoom"],
];

function useRoute(stories: number): Route {
  const [route, setRoute] = useState(() => readRoute(location.hash, stories));
  useEffect(() => {
    const follow = () => setRoute(readRoute(location.hash, stories));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [stories]);
  return route;
}

function App({ report }: { report: Report }) {
  const { data } = report;
  const route = useRoute(data.stories.length);
  const search = useRef<HTMLInputElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const story = data.stories[route.story];
  useEffect(() => {
    document.title = `${NAMES[route.view]} · ${short(story?.title ?? data.name, 60)} · Sayso`;
    if (route.item < 0) scrollTo(0, 0);
  }, [route.view, route.story]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing = (event.target as Element).matches("input, select, textarea");
      if (event.key === "Escape" && event.target === search.current) search.current?.blur();
      if (typing || event.ctrlKey || event.metaKey || event.altKey || help.current?.open) return;
      if (event.key === "/") search.current?.focus();
      else if (event.key === "?") help.current?.showModal();
      else if ((event.key === "j" || event.key === "k") && story) step(route, story, report, event.key === "j" ? 1 : -1);
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [route, story]);
  return (
    <ReportContext.Provider value={report}>
      <a class="skip" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <p class="vh" role="status">
        {NAMES[route.view]} · {short(story?.title ?? data.name, 60)}
      </p>
      <div class="frame">
        <Rail route={route} search={search} help={help} />
        <main id="main" tabIndex={-1} class={`view-${route.view}`}>
          <Heading route={route} />
          <Shown route={route} />
        </main>
      </div>
      <dialog ref={help} aria-labelledby="help-title">
        <h2 id="help-title">Keys</h2>
        <dl class="keys">
          {KEYS.map(([keys, does]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p>The address restores the view: copy it to send somebody to this claim, place or passage.</p>
        <form method="dialog">
          <button>Close</button>
        </form>
      </dialog>
    </ReportContext.Provider>
  );
}

function skip(event: MouseEvent): void {
  event.preventDefault(); // the address after # is the view's
  document.getElementById("main")?.focus();
}

interface RailProps {
  route: Route;
  search: { current: HTMLInputElement | null };
  help: { current: HTMLDialogElement | null };
}

function Rail({ route, search, help }: RailProps) {
  const { data } = useReport();
  const story = data.stories[route.story];
  const counts: Partial<Record<View, number>> = story
    ? {
        claims: story.claims.length,
        map: story.places.length,
        sources: story.sources.length,
        documents: story.documents.length,
      }
    : {};
  return (
    <header class="rail">
      <p class="mark-word">
        Sayso <span dir="auto">{data.name}</span>
      </p>
      <label class="search">
        <span>
          Search <kbd>/</kbd>
        </span>
        <input
          ref={search}
          type="search"
          placeholder="words, source, outlet"
          autocomplete="off"
          value={route.view === "claims" ? (route.params["q"] ?? "") : ""}
          onInput={(event) => {
            const kept = route.view === "claims" ? route.params : {};
            const { page: _page, ...params } = kept;
            replaceRoute({ view: "claims", story: route.story, item: -1, params: { ...params, q: event.currentTarget.value } });
          }}
        />
      </label>
      {data.stories.length > 1 && (
        <label class="story-choice">
          <span>Story, {data.stories.length} in all</span>
          <select
            value={route.story}
            onChange={(event) => {
              const view = route.view === "print" ? "overview" : route.view;
              location.hash = hrefOf({ view, story: Number(event.currentTarget.value) });
            }}
          >
            {data.stories.map((s, at) => (
              <option value={at} key={s.id}>
                {at + 1}. {short(s.title, 48)}
              </option>
            ))}
          </select>
        </label>
      )}
      <nav aria-label="Views">
        <ul>
          {VIEWS.map((view) => (
            <li key={view}>
              <a href={hrefOf({ view, story: route.story })} aria-current={view === route.view ? "page" : undefined}>
                {NAMES[view]} {counts[view] !== undefined && <span class="n">{counts[view]?.toLocaleString("en")}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="rail-foot">
        <a href={hrefOf({ view: "print", story: route.story })}>Claim sheet to print</a>
        <button type="button" onClick={() => help.current?.showModal()}>
          Keys <kbd>?</kbd>
        </button>
      </p>
    </header>
  );
}

function Heading({ route }: { route: Route }) {
  const { data } = useReport();
  const story = data.stories[route.story];
  if (route.view === "print") return null;
  if (route.view === "method") {
    return (
      <div class="heading">
        <h1>Method</h1>
      </div>
    );
  }
  return (
    <div class="heading">
      <p class="kicker">
        {NAMES[route.view]}
        {story && route.view !== "overview" && (
          <span>
            {story.days.length ? ` · ${days(story.days[0], story.days[1])}` : ""} · {count(story.documents.length, "article")}
          </span>
        )}
      </p>
      <h1 dir="auto">{story ? story.title : data.name}</h1>
    </div>
  );
}

function Shown({ route }: { route: Route }) {
  const { data } = useReport();
  const story = data.stories[route.story];
  if (route.view === "print") return <ClaimSheet data={data} />;
  if (route.view === "method") return <Method data={data} route={route} />;
  if (!story) return <Empty>No document in this record could be read, so there is no story to show. Method says what was set aside.</Empty>;
  switch (route.view) {
    case "claims":
      return <Claims route={route} story={story} />;
    case "timeline":
      return <Timeline route={route} story={story} />;
    case "map":
      return <PlaceMap route={route} story={story} />;
    case "lineage":
      return <Lineage route={route} story={story} />;
    case "sources":
      return <Sources route={route} story={story} />;
    case "documents":
      return <Documents route={route} story={story} />;
    default:
      return <Overview story={story} at={route.story} />;
  }
}

const report = new Report(JSON.parse(document.getElementById("data")?.textContent ?? "{}") as Payload);
const root = document.getElementById("report");
const sheet = document.getElementById("print");
if (root) render(<App report={report} />, root);
addEventListener("beforeprint", () => {
  if (!sheet) return;
  render(
    <ReportContext.Provider value={report}>
      <ClaimSheet data={report.data} />
    </ReportContext.Provider>,
    sheet,
  );
});
addEventListener("afterprint", () => sheet && render(null, sheet));
