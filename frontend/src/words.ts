/** Words and figures as the report writes them. */

import type { Period } from "./payload";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `9 Mar 2025` for an ISO date; anything else as it is. */
export function day(iso: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!found) return iso;
  return `${Number(found[3])} ${MONTHS[Number(found[2]) - 1] ?? found[2]} ${found[1]}`;
}

export function days(first: string | undefined, last: string | undefined): string {
  if (!first || !last) return "undated";
  if (first === last) return day(first);
  const [a, b] = [day(first).split(" "), day(last).split(" ")];
  if (a[2] !== b[2]) return `${a.join(" ")} – ${b.join(" ")}`;
  return a[1] === b[1] ? `${a[0]}–${b.join(" ")}` : `${a[0]} ${a[1]} – ${b.join(" ")}`;
}

/** A stretch of time in the words of its grain: `night of 8 Mar 2025`, `Mar 2025`, `1974`. */
export function period([first, last, grain]: Period): string {
  if (grain === "year") return first.slice(0, 4);
  if (grain === "month") return day(first).split(" ").slice(1).join(" ");
  if (grain === "day") return day(first);
  if (first === last) return grain === "hour" ? `an hour of ${day(first)}` : `${grain} of ${day(first)}`;
  return `${grain}, ${days(first, last)}`;
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

export function range(low: number, high: number): string {
  return low === high ? `${low}` : `${low}–${high}`;
}

export function percent(share: number): string {
  return share > 0 && share < 0.01 ? "under 1%" : `${Math.round(100 * share)}%`;
}

/** At most `width` characters, cut at a word with an ellipsis. */
export function short(text: string, width: number): string {
  if (text.length <= width) return text;
  const head = [...text].slice(0, width - 1).join("");
  const space = head.lastIndexOf(" ");
  return `${(space > width / 2 ? head.slice(0, space) : head).replace(/[ ,;:]+$/, "")}…`;
}

/** `a, b and c`. */
export function listed(parts: string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}
