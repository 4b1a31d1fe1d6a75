/** The layout of a lineage: texts in layers, from the farthest exemplar to the last copy. An edge that passes a layer has a
 * lane of its own there, so that no line runs behind a box. */

import type { Basis, LineageData } from "./payload";

export const WIDTH = 208; // pixels of a node
export const HEIGHT = 70;
const LANE = 26; // height of a lane
const ACROSS = 110; // between layers
const DOWN = 16; // between nodes
const SWEEPS = 6; // of the ordering

const SHIFT: Record<Basis, number> = { credit: 0, citation: -9, "shared text": 9 }; // edges of one pair run side by side

interface Spot {
  node: number; // -1 for the lane of a passing edge
  layer: number;
  above: number[]; // spots of the layer before that lead here
  below: number[];
  y: number;
}

export interface Arrangement {
  places: Map<number, { node: number; x: number; y: number }>;
  paths: string[]; // one an edge, in the order of the edges
  width: number;
  height: number;
}

/** The layer of each node: one past the deepest text that it was taken from. A cycle of descents is cut where it closes. */
export function layersOf({ nodes, edges }: LineageData): number[] {
  const from = new Map<number, number[]>();
  for (const edge of edges) from.set(edge.copy, [...(from.get(edge.copy) ?? []), edge.exemplar]);
  const layer: number[] = nodes.map(() => -1);
  const depth = (node: number, above: Set<number>): number => {
    const known = layer[node] ?? -1;
    if (known >= 0 || above.has(node)) return Math.max(0, known);
    above.add(node);
    const found = Math.max(-1, ...(from.get(node) ?? []).map((up) => depth(up, above))) + 1;
    above.delete(node);
    layer[node] = found;
    return found;
  };
  nodes.forEach((_, node) => depth(node, new Set()));
  return layer;
}

export function arranged(data: LineageData): Arrangement {
  const { spots, lanes } = spotsOf(data);
  const layers: number[][] = [];
  spots.forEach((spot, at) => (layers[spot.layer] ??= []).push(at));
  order(spots, layers);
  const tall = (at: number) => ((spots[at]?.node ?? -1) < 0 ? LANE : HEIGHT);
  const heights = layers.map((layer) => layer.reduce((sum, at) => sum + tall(at) + DOWN, -DOWN));
  const height = Math.max(0, ...heights);
  layers.forEach((layer, x) => {
    let y = (height - (heights[x] ?? 0)) / 2;
    for (const at of layer) {
      const spot = spots[at];
      if (spot) spot.y = y;
      y += tall(at) + DOWN;
    }
  });
  const left = (layer: number) => layer * (WIDTH + ACROSS);
  const places: Arrangement["places"] = new Map();
  for (const { node, layer, y } of spots) if (node >= 0) places.set(node, { node, x: left(layer), y });
  const paths = data.edges.map((edge, at) => {
    const shift = SHIFT[edge.basis];
    const points = (lanes[at] ?? []).flatMap((spot) => spots[spot] ?? []);
    return curve(points, (s) => left(s.layer), shift);
  });
  return { places, paths, width: Math.max(0, left(layers.length) - ACROSS), height };
}

function spotsOf(data: LineageData): { spots: Spot[]; lanes: number[][] } {
  const layer = layersOf(data);
  const spots: Spot[] = [];
  const at = new Map<number, number>();
  const add = (node: number, where: number) => spots.push({ node, layer: where, above: [], below: [], y: 0 }) - 1;
  for (const { copy, exemplar } of data.edges) {
    for (const node of [exemplar, copy]) if (!at.has(node)) at.set(node, add(node, layer[node] ?? 0));
  }
  const lanes = data.edges.map(({ copy, exemplar }) => {
    const [from, to] = [at.get(exemplar) ?? 0, at.get(copy) ?? 0];
    const lane = [from];
    for (let x = (layer[exemplar] ?? 0) + 1; x < (layer[copy] ?? 0); x++) lane.push(add(-1, x));
    lane.push(to);
    for (let i = 1; i < lane.length; i++) {
      spots[lane[i] ?? 0]?.above.push(lane[i - 1] ?? 0);
      spots[lane[i - 1] ?? 0]?.below.push(lane[i] ?? 0);
    }
    return lane;
  });
  return { spots, lanes };
}

/** Moves each spot towards the middle of those it is connected to, layer by layer, down and up. */
function order(spots: Spot[], layers: number[][]): void {
  const rank = new Map<number, number>();
  const note = (layer: number[]) => layer.forEach((at, y) => rank.set(at, y - (layer.length - 1) / 2));
  layers.forEach(note);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const down = sweep % 2 === 0;
    for (const layer of down ? layers : [...layers].reverse()) {
      const middle = (at: number) => {
        const tied = (down ? spots[at]?.above : spots[at]?.below) ?? [];
        return tied.length ? tied.reduce((sum, t) => sum + (rank.get(t) ?? 0), 0) / tied.length : (rank.get(at) ?? 0);
      };
      const keys = new Map(layer.map((at) => [at, middle(at)]));
      layer.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0) || a - b);
      note(layer);
    }
  }
}

function curve(points: Spot[], left: (spot: Spot) => number, shift: number): string {
  let path = "";
  points.forEach((spot, i) => {
    const y = spot.y + (spot.node < 0 ? LANE : HEIGHT) / 2 + (spot.node < 0 ? 0 : shift);
    const before = points[i - 1];
    if (before) {
      const x = left(before) + WIDTH;
      const from = before.y + (before.node < 0 ? LANE : HEIGHT) / 2 + (before.node < 0 ? 0 : shift);
      const bend = Math.abs(left(spot) - x) / 2;
      path += `C${x + bend} ${from} ${left(spot) - bend} ${y} ${left(spot)} ${y}`;
      if (spot.node < 0) path += `H${left(spot) + WIDTH}`;
    } else path = `M${left(spot) + WIDTH} ${y}`;
  });
  return path;
}
