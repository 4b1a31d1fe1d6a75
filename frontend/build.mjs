// Builds the report's script and style from src/ into the package: report.js, report.css and world.txt.
// Run by `make frontend` (build.py), which finds a Node and installs what package-lock.json names.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const OUT = new URL("../src/sayso/exports/bundle/", import.meta.url);
const LARGEST_SCRIPT = 400 * 1024; // bytes, before any data

const made = await build({
  entryPoints: { report: fileURLToPath(new URL("src/main.tsx", import.meta.url)) },
  bundle: true,
  write: false,
  outdir: "out",
  format: "iife",
  target: ["chrome110", "firefox115", "safari16.4"],
  jsx: "automatic",
  jsxImportSource: "preact",
  minify: true,
  charset: "ascii",
  legalComments: "none",
  banner: {
    js: "/* Sayso, Apache-2.0. With Preact (MIT), d3-geo and topojson-client (ISC): see NOTICE. */",
  },
});

// The borders of countries, 1:50 million, with their names only; packed, because text of numbers packs to a third.
const world = JSON.parse(await readFile(new URL("node_modules/world-atlas/countries-50m.json", import.meta.url), "utf8"));
delete world.objects.land;
for (const country of world.objects.countries.geometries) country.properties = { name: country.properties.name };
const packed = gzipSync(JSON.stringify(world), { level: 9 });
packed[9] = 255; // the field that names the operating system: one build on every machine

await mkdir(OUT, { recursive: true });
for (const file of made.outputFiles) {
  const name = file.path.split(/[\\/]/).pop();
  if (name === "report.js" && file.contents.length > LARGEST_SCRIPT) {
    throw new Error(`report.js has ${file.contents.length} bytes, more than the ${LARGEST_SCRIPT} allowed`);
  }
  await writeFile(new URL(name, OUT), file.contents);
}
// The licences of what is in the script and in the borders.
const parts = ["preact", "d3-geo", "d3-array", "internmap", "topojson-client", "world-atlas"];
const licences = parts.map(async (name) => {
  const text = await readFile(new URL(`node_modules/${name}/LICENSE`, import.meta.url), "utf8");
  return `${name}\n\n${text.trim()}\n`;
});
await writeFile(new URL("licences.txt", OUT), (await Promise.all(licences)).join("\n\n"));

// What Sayso is measured to reach: the report's method view shows it.
await copyFile(new URL("../evaluation/floors.json", import.meta.url), new URL("figures.json", OUT));
await writeFile(new URL("world.txt", OUT), packed.toString("base64"));
