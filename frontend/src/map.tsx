/** The map: places no finer than they are known. A city is a dot, a region a ring, a country its own shape, never a pin. */

import { geoCircle, geoContains, geoMercator, geoPath, type GeoProjection } from "d3-geo";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { HEIGHT, useGestures, type View, WIDTH } from "./gestures";
import type { Place, Story } from "./payload";
import { ClaimLink, Empty } from "./parts";
import { hrefOf, type Route } from "./route";
import { count, short } from "./words";
import { type Country, world } from "./world";

const NARROW_SIZE = 2;
const LETTER = 9; // width of one letter of a name, about
const LISTED = 12; // claims of the chosen place
const KM = 111.2; // of one degree of a great circle

/** The radius, in kilometres, of the ring that stands for a place of this precision, whose true borders are not known here. */
const RINGS: Record<string, number> = { region: 60, area: 200, country: 300 };

const PRECISION: Record<string, string> = {
  point: "a point",
  city: "a town",
  region: "a region: a ring of 60 km",
  country: "a country: its whole area",
  area: "a wide area: a ring of 200 km",
};

type Located = Place & { latitude: number; longitude: number; at: number };

const START: View = { k: 1, x: 0, y: 0 };

function viewOf(route: Route): View {
  const [k, x, y] = (route.params["at"] ?? "").split(",").map(Number);
  return k && Number.isFinite(k + (x ?? NaN) + (y ?? NaN)) ? { k, x: x ?? 0, y: y ?? 0 } : START;
}

function projectionFor(places: Located[]): GeoProjection {
  const projection = geoMercator();
  const fine = places.filter((p) => p.precision !== "country" && p.precision !== "area");
  const coordinates = (fine.length ? fine : places).map((p) => [p.longitude, p.latitude]);
  projection.fitExtent(
    [
      [WIDTH * 0.18, HEIGHT * 0.18],
      [WIDTH * 0.82, HEIGHT * 0.82],
    ],
    { type: "MultiPoint", coordinates },
  );
  const farthest = 6000; // about 250 km across the map's height: closer than that the borders tell nothing
  if (!Number.isFinite(projection.scale()) || projection.scale() > farthest) {
    const centre = fine[0] ?? places[0];
    projection.scale(farthest / 2).center([centre?.longitude ?? 0, centre?.latitude ?? 0]).translate([WIDTH / 2, HEIGHT / 2]);
  }
  return projection;
}

export function PlaceMap({ route, story }: { route: Route; story: Story }) {
  const located = story.places.flatMap((p, at) => (p.latitude === null || p.longitude === null ? [] : [{ ...p, at } as Located]));
  const unlocated = story.places.flatMap((p, at) => (p.latitude === null || p.longitude === null ? [{ ...p, at }] : []));
  return (
    <div class="map-view">
      {located.length ? (
        <Drawing places={located} route={route} />
      ) : (
        <Empty>
          {story.places.length
            ? "None of the places that this story names has coordinates, so no map is drawn: the gazetteer does not know them, or cannot tell which of several is meant. They are listed here."
            : "No document of this story names a place."}
        </Empty>
      )}
      <PlaceList title="On the map" places={located} route={route} />
      <PlaceList title="Named, without coordinates" places={unlocated} route={route} />
    </div>
  );
}

function PlaceList({ title, places, route }: { title: string; places: (Place & { at: number })[]; route: Route }) {
  if (!places.length) return null;
  return (
    <section class="places">
      <h2>
        {title} <span class="n">{places.length}</span>
      </h2>
      <ul>
        {places.map((place) => (
          <li key={place.at} class={place.at === route.item ? "lit" : ""}>
            <a href={hrefOf({ ...route, item: place.at })} dir="auto">
              {place.name}
            </a>{" "}
            <span class="aside">
              {place.latitude !== null && `${PRECISION[place.precision] ?? place.precision}; `}
              named {count(place.mentions, "time")} in {count(place.documents.length, "document")}
            </span>
            {place.at === route.item && <Chosen place={place} story={route.story} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Chosen({ place, story }: { place: Place & { at: number }; story: number }) {
  return (
    <div class="chosen">
      {place.detail && <p dir="auto">{place.detail}</p>}
      {!place.claims.length && <p class="empty">No claim speaks of it.</p>}
      <ul class="pairs">
        {place.claims.slice(0, LISTED).map((number) => (
          <li key={number}>
            <ClaimLink number={number} width={100} />
          </li>
        ))}
      </ul>
      {place.claims.length > 0 && (
        <p>
          <a href={hrefOf({ view: "claims", story, params: { place: `${place.at}` } })}>
            {count(place.claims.length, "claim")} of this place, on the board
          </a>
        </p>
      )}
    </div>
  );
}

function useWorld(): Country[] | string | null {
  const [countries, set] = useState<Country[] | string | null>(null);
  useEffect(() => {
    let wanted = true;
    world().then(
      (found) => wanted && set(found),
      () => wanted && set("This browser cannot unpack the borders of countries; the places stand where they lie."),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return countries;
}

function Drawing({ places, route }: { places: Located[]; route: Route }) {
  const countries = useWorld();
  const [view, setView] = useState(() => viewOf(route));
  const key = places.map((p) => p.at).join();
  const projection = useMemo(() => projectionFor(places), [key, route.story]);
  const path = useMemo(() => geoPath(projection).digits(1), [projection]);
  const borders = useMemo(
    () => (Array.isArray(countries) ? countries.map((c) => ({ country: c, d: path(c) ?? "" })) : []),
    [countries, path],
  );
  useEffect(() => setView(viewOf(route)), [route.params["at"], route.story]);
  const move = (to: View) => {
    setView(to);
    const at = `${to.k.toFixed(3)},${to.x.toFixed(0)},${to.y.toFixed(0)}`;
    history.replaceState(null, "", hrefOf({ ...route, params: { ...route.params, at } }));
  };
  const zoom = (by: number, cx = WIDTH / 2, cy = HEIGHT / 2) => {
    const k = Math.max(0.04, Math.min(24, view.k * by));
    const real = k / view.k;
    move({ k, x: cx - (cx - view.x) * real, y: cy - (cy - view.y) * real });
  };
  const frame = useRef<SVGSVGElement>(null);
  const gestures = useGestures(frame, view, move, zoom);
  return (
    <figure class="map">
      <div class="map-tools" role="group" aria-label="Map">
        <button type="button" onClick={() => zoom(1.6)} aria-label="Zoom in">
          +
        </button>
        <button type="button" onClick={() => zoom(1 / 1.6)} aria-label="Zoom out">
          −
        </button>
        <button type="button" onClick={() => move(START)}>
          Reset
        </button>
      </div>
      <svg
        ref={frame}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        tabIndex={0}
        role="application"
        aria-label="Map of the places named; arrow keys move it, plus and minus zoom. The same places are listed after it."
        {...gestures}
      >
        <defs>
          <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={`scale(${1 / view.k}) rotate(45)`}>
            <path d="M0 0V6" class="hatching" />
          </pattern>
        </defs>
        <rect class="sea" width={WIDTH} height={HEIGHT} />
        <g transform={`translate(${view.x} ${view.y}) scale(${view.k})`}>
          {borders.map(({ d }, at) => (
            <path key={at} d={d} class="land" />
          ))}
          {places.map((place) => (
            <Extent key={place.at} place={place} borders={borders} draw={(shape) => path(shape) ?? ""} lit={place.at === route.item} />
          ))}
        </g>
        <Marks places={places} projection={projection} view={view} route={route} />
      </svg>
      <figcaption>
        {typeof countries === "string" ? `${countries} ` : ""}A dot is a town or a point; a dashed ring a region, a dotted ring a wide area,
        whose borders are not known here; a hatched shape a whole country. Borders: Natural Earth, 1:50 million, simplified; they take no
        side in any dispute.
      </figcaption>
    </figure>
  );
}

interface ExtentProps {
  place: Located;
  borders: { country: Country; d: string }[];
  draw: (shape: ReturnType<ReturnType<typeof geoCircle>>) => string;
  lit: boolean;
}

/** The area that a place of coarse precision may mean. */
function Extent({ place, borders, draw, lit }: ExtentProps) {
  const ring = RINGS[place.precision];
  if (ring === undefined) return null;
  const point: [number, number] = [place.longitude, place.latitude];
  const country = place.precision === "country" ? borders.find((b) => geoContains(b.country, point)) : undefined;
  const d = country?.d ?? draw(geoCircle().center(point).radius(ring / KM)());
  return <path d={d} class={`extent ${country ? "country" : place.precision}${lit ? " lit" : ""}`} />;
}

interface Label {
  place: Located;
  x: number;
  y: number;
  text: string;
  anchor: "start" | "end" | "middle";
  tx: number;
  ty: number;
}

type Box = [left: number, top: number, right: number, bottom: number];

const apart = (a: Box, b: Box): boolean => a[0] >= b[2] || b[0] >= a[2] || a[1] >= b[3] || b[1] >= a[3];

/** Dots and names, the most often named place first. A name avoids other names, and dots if it can; one that would cover
 * another name or leave the frame is left out, as the list has it. */
function labelled(places: Located[], projection: GeoProjection, view: View, size: number): Label[] {
  const names: Box[] = [];
  const dots = places.flatMap((place): Box[] => {
    const spot = projection([place.longitude, place.latitude]);
    if (!spot) return [];
    const [x, y] = [view.x + view.k * spot[0], view.y + view.k * spot[1]];
    return [[x - 6 * size, y - 6 * size, x + 6 * size, y + 6 * size]];
  });
  return places.flatMap((place) => {
    const spot = projection([place.longitude, place.latitude]);
    if (!spot) return [];
    const [x, y] = [view.x + view.k * spot[0], view.y + view.k * spot[1]];
    if (x < 0 || y < 0 || x > WIDTH || y > HEIGHT) return [];
    const text = short(place.name, 28);
    const width = size * ([...text].length * LETTER + 4);
    const [gap, rise] = [10 * size, 5 * size];
    const tries: [Label["anchor"], number, number, number][] = [
      ["start", x + gap, y + rise, x + gap],
      ["end", x - gap, y + rise, x - gap - width],
      ["middle", x, y - 13 * size, x - width / 2],
      ["middle", x, y + 24 * size, x - width / 2],
    ];
    for (const avoided of [[...names, ...dots], names]) {
      for (const [anchor, tx, ty, left] of tries) {
        const box: Box = [left, ty - 15 * size, left + width, ty + rise];
        const inside = box[0] > 2 && box[1] > 2 && box[2] < WIDTH - 2 && box[3] < HEIGHT - 2;
        if (inside && avoided.every((other) => apart(box, other))) {
          names.push(box);
          return [{ place, x, y, text, anchor, tx, ty }];
        }
      }
    }
    return [{ place, x, y, text: "", anchor: "start", tx: x, ty: y }];
  });
}

/** How much larger marks are drawn on a narrow screen, where the whole frame is scaled down. */
function useSize(): number {
  const narrow = useMemo(() => matchMedia("(max-width: 56rem)"), []);
  const [size, set] = useState(narrow.matches ? NARROW_SIZE : 1);
  useEffect(() => {
    const follow = () => set(narrow.matches ? NARROW_SIZE : 1);
    narrow.addEventListener("change", follow);
    return () => narrow.removeEventListener("change", follow);
  }, []);
  return size;
}

function Marks({ places, projection, view, route }: { places: Located[]; projection: GeoProjection; view: View; route: Route }) {
  const size = useSize();
  return (
    <g>
      {labelled(places, projection, view, size).map(({ place, x, y, text, anchor, tx, ty }) => (
        <a key={place.at} href={hrefOf({ ...route, item: place.at })} class={place.at === route.item ? "spot lit" : "spot"} aria-label={place.name}>
          {place.precision in RINGS ? (
            <path d={`M${x - 5 * size} ${y}h${10 * size}M${x} ${y - 5 * size}v${10 * size}`} class="cross" />
          ) : (
            <circle cx={x} cy={y} r={size * (4 + Math.min(6, Math.sqrt(place.mentions)))} />
          )}
          {text && (
            <text x={tx} y={ty} text-anchor={anchor}>
              {text}
            </text>
          )}
        </a>
      ))}
    </g>
  );
}
