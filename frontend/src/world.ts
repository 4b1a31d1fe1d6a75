/** The borders of countries, unpacked in the browser; nothing is fetched. */

import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

export type Country = Feature<Geometry, { name: string }>;

let countries: Promise<Country[]> | undefined;

/** The countries with their borders; rejects if the browser cannot unpack gzip. */
export function world(): Promise<Country[]> {
  countries ??= unpack();
  return countries;
}

async function unpack(): Promise<Country[]> {
  const packed = Uint8Array.from(atob(document.getElementById("world")?.textContent ?? ""), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const topology = (await new Response(stream).json()) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature(topology, topology.objects.countries).features as Country[];
}
