/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The route of the message, from the reader back, like ui/buoy-route.c and ui/buoy-route-mark.c. The line is solid as
 * far as the reader's own side saw it, and broken below, where anyone can write anything; arrows show the direction.
 * The line is decoration: the text beside it says the same.
 */
import { make, makeHost } from "./dom.js";

const SVG = "http://www.w3.org/2000/svg";
/* In CSS pixels, beside the first line of text of a card. */
const MIDDLE = 16;
const TOP = 18;
const RADIUS = 8;
const FAR = 4000; /* cut off where the card ends */

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function makeSvg (name, attributes) {
  const element = document.createElementNS (SVG, name);

  for (const [key, value] of Object.entries (attributes))
    element.setAttribute (key, String (value));
  return element;
}

/**
 * @param {string} d
 * @param {string} className
 */
const makeLine = (d, className = "line") => makeSvg ("path", { d, class: className });

/**
 * @param {Buoy.Hop["kind"]} kind
 * @param {Buoy.Level} level
 */
function makePlace (kind, level) {
  const circle = { cx: MIDDLE, cy: TOP, r: RADIUS };

  if (kind === "reader")
    return makeLine (`M${MIDDLE - 11} ${TOP - 7}h22v14h-22zl11 8 11-8`);
  if (kind === "unverified")
    return makeSvg ("circle", { ...circle, class: "line dim" });
  return makeSvg ("circle", { ...circle, class: `disc ${level}` });
}

/**
 * @param {Buoy.Story} story
 * @param {number} index
 */
function makeMark ({ hops, originLevel }, index) {
  const { kind } = hops[index];
  const below = hops[index + 1]?.kind;
  const tip = TOP + RADIUS + 4;
  const svg = makeSvg ("svg", { "aria-hidden": "true" });

  if (index > 0)
    svg.append (makeLine (`M${MIDDLE} 0V${TOP - RADIUS - 2}`, kind === "unverified" ? "line broken" : "line"));
  if (below !== undefined)
    svg.append (makeLine (`M${MIDDLE - 5} ${tip + 6} ${MIDDLE} ${tip} ${MIDDLE + 5} ${tip + 6}`),
                makeLine (`M${MIDDLE} ${tip + 1}V${FAR}`, below === "unverified" ? "line broken" : "line"));
  svg.append (makePlace (kind, kind === "boundary" ? originLevel : "none"));
  return svg;
}

/**
 * @param {Buoy.Hop} hop
 * @param {Buoy.Level} level
 */
function makeCard (hop, level) {
  return make ("div", `card ${hop.kind} ${hop.kind === "boundary" ? level : ""}`.trim (),
               make ("div", "", hop.title),
               hop.host === null ? null : make ("div", "", makeHost (hop.host, hop.hostOwner)),
               hop.ip === null ? null : make ("div", "", makeHost (hop.ip, null)),
               hop.note === null ? null : make ("div", "note", hop.note),
               hop.facts.map ((fact) => make ("div", "", fact)));
}

/** @param {Buoy.Story} story */
export function makeRoute (story) {
  const route = make ("div", "route");

  story.hops.forEach ((hop, index) => {
    const cell = make ("div", "mark");
    cell.append (makeMark (story, index));
    route.append (cell, makeCard (hop, story.originLevel));
  });
  return route;
}
