/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What does not match, then all details in the order of ui/buoy-details.c.
 */
import { ask, fillWords, make, makeButton, makeFinding, makeHeadline, makeHost, makeRows, say } from "./dom.js";
import { makeRoute } from "./route.js";

const MESSAGE = Number (new URLSearchParams (location.search).get ("message"));

/** @type {"idle" | "running" | "stopped"} */
let asking = "idle";
/** @type {Buoy.Details | null} */
let shown = null;

/**
 * @param {string} key
 * @param {(Node | string)[]} content
 */
function makeSection (key, content) {
  return content.length === 0 ? null : make ("section", "", make ("h2", "", say (key)), content);
}

/** @param {string[]} sentences */
const paragraphs = (sentences) => sentences.map ((sentence) => make ("p", "", sentence));

/** @param {Buoy.Details} details */
function makeSummary ({ notice, isWarned }) {
  const text = make ("div", "", makeHeadline (notice), notice.advice === "" ? null : make ("p", "", notice.advice));

  if (!isWarned)
    return text;
  const icon = make ("img", "");
  icon.src = `./${notice.level}.svg`;
  icon.alt = "";
  return make ("div", "summary", icon, text);
}

/**
 * Shows the displayed site above the real one, so that they can be compared.
 * @param {Buoy.StoryLink} link
 * @param {Buoy.Level} level
 */
function makeLink (link, level) {
  const rows = makeRows ([[say ("linkShown"), makeHost (link.shown, link.shownOwner)],
                          [say ("linkActual"), makeHost (link.host, link.hostOwner)]]);
  const note = make ("span", link.isFalse ? `word ${level}` : "note", link.note);

  return make ("div", "card", rows, make ("p", "", link.isFalse ? make ("b", "", note) : note), paragraphs (link.facts));
}

/**
 * @param {Buoy.Story} story
 * @param {Buoy.Level} level
 */
function makeLinks (story, level) {
  const links = story.links.map ((link) => makeLink (link, level));

  if (story.moreLinks > 0)
    links.push (make ("p", "note", say ("moreLinks", [String (story.moreLinks)])));
  return links;
}

/**
 * Lists what will be looked up above the button that starts it.
 * @param {Buoy.Details} details
 */
function makeLookUp (details) {
  const promise = paragraphs (details.questions);

  if (asking === "running")
    return [...promise, make ("p", "asking", make ("span", "", say ("lookUpRunning")), makeButton (say ("stop"), stop))];
  if (!details.canLookUp)
    return [];
  return [...promise, ...(asking === "stopped" ? [make ("p", "", say ("lookUpStopped"))] : []),
          makeButton (say ("lookUpNow"), lookUp)];
}

/** @param {Buoy.Details} details */
function makeCase (details) {
  const { notice, story } = details;

  return [
    makeSummary (details),
    makeSection ("sectionFindings", notice.findings.map ((finding) => makeFinding (finding, true))),
    story && makeSection ("sectionSender", paragraphs (story.sender)),
    story && makeSection ("sectionRoute", story.hops.length > 0 ? [makeRoute (story)] : []),
    story && makeSection ("sectionLookUp", makeLookUp (details)),
    story && makeSection ("sectionVouching", paragraphs (story.vouching)),
    story && makeSection ("sectionLinks", makeLinks (story, notice.level)),
    story && makeSection ("sectionInFavour", paragraphs (story.inFavour)),
    makeSection ("sectionRemarks", paragraphs (notice.remarks)),
  ];
}

/** @param {Buoy.Details} details */
function fill (details) {
  const close = makeButton (say ("close"), () => window.close ());

  document.title = say (details.isWarned ? "detailsTitle" : "detailsTitleQuiet");
  document.querySelector ("main")?.replaceChildren (make ("div", "", ...makeCase (details)));
  document.querySelector ("footer")?.replaceChildren (
    makeButton (say ("copyDetails"), () => navigator.clipboard.writeText (details.text)), close);
  close.focus ({ preventScroll: true });
}

async function show () {
  shown = await ask ({ type: "details", message: MESSAGE });
  if (shown !== null)
    fill (shown);
}

/** The warning stays as it is until the lookup ends, or for good. */
async function lookUp () {
  asking = "running";
  if (shown !== null)
    fill (shown);
  await ask ({ type: "look-up", message: MESSAGE }).catch (() => {}); /* show the current state in any case */
  if (asking === "running")
    asking = "idle";
  await show ();
}

function stop () {
  asking = "stopped";
  ask ({ type: "stop-look-up", message: MESSAGE });
}

window.addEventListener ("keydown", (event) => {
  if (event.key === "Escape")
    window.close ();
});
fillWords ();
show ();
