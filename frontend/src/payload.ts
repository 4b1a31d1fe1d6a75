/** The report's data, as `sayso.exports.payload.shapes` defines it, where its fields are explained. Documents and rows are
 * identified by their place in a list, claims by their number in the brief. */

export type Piece = [words: string] | [words: string, roles: number, rows: number[]];

export interface Hop {
  name: string;
  held: boolean;
}

export interface Credit {
  role: string;
  name: string;
  date: string;
  words: string;
}

export interface FoundRow {
  id: string;
  kind: "attribution" | "claim";
  source: string;
  cue: string;
  content: string;
  chain: string[];
  about: string[];
  detail: string;
  claims: number[];
}

export interface Block {
  zone: string;
  pieces: Piece[];
}

export interface DocumentData {
  id: string;
  name: string;
  headline: string;
  published: [date: string, basis: string, why: string] | null;
  byline: string;
  dateline: string;
  licence: string;
  language: string;
  uri: string;
  notices: string[];
  provenance: Hop[];
  credits: Credit[];
  capture: [digest: string, mediaType: string, received: string, id: string] | [];
  story: number;
  blocks: Block[];
  rows: FoundRow[];
  cut: boolean;
  length: number;
}

export interface Account {
  document: number;
  row: number;
  hops: string[];
  words: string;
  zone: string;
  hedge: string;
  own: boolean;
  probably: string;
}

export interface LadderData {
  outlets: number;
  families: number;
  texts: number;
  low: number;
  high: number;
  names: string[];
  steps: string[];
  first: number;
}

/** What a relation makes of the claim that has it: `sayso.exports.shown.Status`. */
export type Status =
  | "conflicts"
  | "denied"
  | "denies"
  | "overtaken"
  | "updates"
  | "undecided"
  | "agrees"
  | "compatible"
  | "possible";

export interface Relation {
  kind: string;
  words: string;
  status: Status | ""; // "" for nothing
  other: number;
  detail: string;
  judge: string;
}

export type Period = [first: string, last: string, grain: string, accounts: number];

export interface Claim {
  number: number;
  id: string;
  wording: string;
  slot: string;
  accounts: Account[];
  ladder: LadderData | null;
  relations: Relation[];
  status: Status[];
  times: Period[];
  places: number[];
  judged: string[];
}

export interface Place {
  name: string;
  latitude: number | null;
  longitude: number | null;
  country: string;
  precision: string;
  score: number;
  detail: string;
  mentions: number;
  documents: number[];
  claims: number[];
}

/** How it is known that one text was taken from another: `sayso.vocab.DescentBasis`. */
export type Basis = "credit" | "citation" | "shared text";

export interface Edge {
  copy: number;
  exemplar: number;
  basis: Basis;
  score: number;
  detail: string;
}

export interface Shared {
  left: number;
  right: number;
  share_of_left: number;
  share_of_right: number;
  detail: string;
  passages: [string, string][];
}

export interface LineageData {
  nodes: { document: number; name: string }[];
  edges: Edge[];
  shared: Shared[];
}

export interface Source {
  name: string;
  accounts: number;
  claims: number[];
  outlets: Record<string, number>;
  cues: Record<string, number>;
  hedges: Record<string, number>;
  party: string[];
}

export interface Naming {
  name: string;
  category: string;
  forms: { words: string; level: string; outlets: Record<string, number> }[];
}

export interface Story {
  id: string;
  title: string;
  days: [first: string, last: string] | [];
  documents: number[];
  outlets: number;
  texts: number;
  origins: number;
  claims: Claim[];
  places: Place[];
  top: { sentence: number[]; echoed: number[]; alone: number[]; tensions: number[] };
  lineage: LineageData;
  sources: Source[];
  naming: Naming[];
}

export interface Method {
  version: string;
  activities: {
    id: string;
    stage: string;
    version: string;
    started: string;
    parameters: [string, string][];
    assets: [string, string][];
  }[];
  problems: { subject: string; document: number; stage: string; reason: string }[];
  zones: [zone: string, blocks: number, characters: number][];
  measured: string;
  figures: [task: string, figure: string, value: number][];
}

export interface Payload {
  schema: number;
  name: string;
  texts: boolean;
  documents: DocumentData[];
  stories: Story[];
  method: Method;
}

/** The data, with an index of its claims. */
export class Report {
  private readonly claims = new Map<number, [story: number, claim: Claim]>();

  constructor(readonly data: Payload) {
    data.stories.forEach((story, at) => story.claims.forEach((claim) => this.claims.set(claim.number, [at, claim])));
  }

  claim(number: number): Claim | undefined {
    return this.claims.get(number)?.[1];
  }

  storyOf(number: number): number {
    return this.claims.get(number)?.[0] ?? 0;
  }

  document(at: number): DocumentData {
    const found = this.data.documents[at];
    if (!found) throw new RangeError(`the report has no document ${at}`);
    return found;
  }
}
