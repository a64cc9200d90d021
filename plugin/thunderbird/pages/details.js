/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The whole case in the order in which a person would tell it; the same as ui/buoy-details.c.
 */
import { ask, fillWords, make, makeButton, makeFinding, makeHeadline, makeHost, makeRows, say } from "./dom.js";
import { makeRoute } from "./route.js";

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
 * What is shown stands over what is real, so that the eye compares them.
 * @param {Buoy.StoryLink} link
 * @param {Buoy.Level} level
 */
function makeLink (link, level) {
  const rows = makeRows ([[say ("linkShown"), makeHost (link.shown, link.shownOwner)],
                          [say ("linkActual"), makeHost (link.host, link.hostOwner)]]);
  const note = make ("span", link.isFalse ? `word ${level}` : "note", link.note);

  return make ("div", "card", rows, make ("p", "", link.isFalse ? make ("b", "", note) : note));
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

/** @param {Buoy.Details} details */
function makeCase (details) {
  const { notice, story } = details;

  return [
    makeSummary (details),
    story && makeSection ("sectionSender", paragraphs (story.sender)),
    story && makeSection ("sectionRoute", story.hops.length > 0 ? [makeRoute (story)] : []),
    story && makeSection ("sectionVouching", paragraphs (story.vouching)),
    story && makeSection ("sectionLinks", makeLinks (story, notice.level)),
    makeSection ("sectionFindings", notice.findings.map ((finding) => makeFinding (finding, true))),
    story && makeSection ("sectionInFavour", paragraphs (story.inFavour)),
    makeSection ("sectionRemarks", paragraphs (notice.remarks)),
  ];
}

async function show () {
  const message = Number (new URLSearchParams (location.search).get ("message"));
  /** @type {Buoy.Details} */
  const details = await ask ({ type: "details", message });
  const close = makeButton (say ("close"), () => window.close ());

  document.title = say (details.isWarned ? "detailsTitle" : "detailsTitleQuiet");
  document.querySelector ("main")?.append (make ("div", "", ...makeCase (details)));
  document.querySelector ("footer")?.append (makeButton (say ("copy"), () => navigator.clipboard.writeText (details.text)),
                                             close);
  close.focus ();
}

window.addEventListener ("keydown", (event) => {
  if (event.key === "Escape")
    window.close ();
});
fillWords ();
show ();
