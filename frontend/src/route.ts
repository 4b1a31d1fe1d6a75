/** Where the reader is, kept in the address after `#`, so that every view has a link. */

export const VIEWS = ["overview", "claims", "timeline", "map", "lineage", "sources", "documents", "method"] as const;
export type View = (typeof VIEWS)[number] | "print";

export interface Route {
  view: View;
  story: number; // place in the payload's stories
  item: number; // a claim's number, a document's, place's or pair's place in its list; -1 none
  params: Record<string, string>;
}

export function readRoute(hash: string, stories: number): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [view = "", story = "", item = ""] = path.split("/");
  const known = [...VIEWS, "print"].includes(view as View) ? (view as View) : "overview";
  const at = Number.parseInt(story, 10) - 1;
  const chosen = Number.parseInt(item, 10);
  return {
    view: known,
    story: at >= 0 && at < stories ? at : 0,
    item: Number.isFinite(chosen) && chosen >= 0 ? chosen : -1,
    params: Object.fromEntries(new URLSearchParams(query)),
  };
}

export function hrefOf(route: Partial<Route> & { view: View; story: number }): string {
  const { view, story, item = -1, params = {} } = route;
  const kept = Object.entries(params).filter(([, value]) => value !== "");
  const query = new URLSearchParams(kept).toString();
  return `#/${view}/${story + 1}${item >= 0 ? `/${item}` : ""}${query ? `?${query}` : ""}`;
}

/** Goes to a route without a new history entry: for filters, and for stepping through claims. */
export function replaceRoute(route: Route): void {
  history.replaceState(null, "", hrefOf(route));
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

export function claimHref(story: number, number: number): string {
  return hrefOf({ view: "claims", story, item: number });
}

export function documentHref(story: number, document: number, row = -1): string {
  return hrefOf({ view: "documents", story: Math.max(0, story), item: document, params: row >= 0 ? { row: `${row}` } : {} });
}
