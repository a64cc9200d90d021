/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the background and the scripts in a message say to each other. The words in a Notice and a Story come finished
 * from the native program (PROTOCOL.md); nothing here is HTML.
 *
 * A script in a message asks by `browser.runtime.sendMessage (request)`. The background believes nothing of a request
 * but the tab that Thunderbird says it is from: a request names no message.
 */
declare namespace Buoy {
  type Level = "danger" | "caution" | "none";
  type Strength = "strong" | "medium" | "weak" | "note";

  /** "Shown" · "www.eki-net.com". */
  interface Line {
    label: string;
    value: string;
    /** Where the part of a host that says whose it is stands in `value`: [start, length]; null if it is no host. */
    owner: [number, number] | null;
  }

  interface Finding {
    id: string;
    strength: Strength;
    title: string;
    explanation: string;
    lines: Line[];
  }

  /** A verdict in words, in the order in which they are shown. */
  interface Notice {
    level: Level;
    /** "Danger", "Caution"; "" for none. */
    levelWord: string;
    headline: string;
    advice: string;
    findings: Finding[];
    remarks: string[];
  }

  interface Hop {
    kind: "reader" | "boundary" | "unverified";
    title: string;
    host: string | null;
    hostOwner: [number, number] | null;
    ip: string | null;
    note: string | null;
    /** What was looked up about it. */
    facts: string[];
  }

  interface StoryLink {
    shown: string;
    shownOwner: [number, number] | null;
    host: string;
    hostOwner: [number, number] | null;
    note: string;
    /** What was looked up about the host. */
    facts: string[];
    isFalse: boolean;
  }

  /** The whole case, for the details. */
  interface Story {
    /** The colour of the server that handed it in, where that is what is warned of. */
    originLevel: Level;
    sender: string[];
    vouching: string[];
    inFavour: string[];
    hops: Hop[];
    links: StoryLink[];
    moreLinks: number;
  }

  interface FalseLink {
    /** As it stands in the message, for a selector. */
    href: string;
    /** What a browser makes of it (`a.href`). */
    address: string;
    shown: string;
    shownOwner: [number, number] | null;
    actual: string;
    actualOwner: [number, number] | null;
    /** Whoever has the site that is shown, by the name that people know. */
    company: string | null;
    kind: "false-link" | "lookalike" | "listed";
  }

  /** What there is to show in a message. */
  interface View {
    /**
     * left-alone: the reader's own mail, news, or checks are switched off. Its links open as without us.
     * failed: there is no verdict; `isWhole` says whether its links are asked about.
     */
    state: "judged" | "left-alone" | "failed";
    /** What the banner shows; null if there is nothing to warn of, or the reader wants no warning of this level. */
    notice: Notice | null;
    /** Whether it is warned of at all, whatever the reader wants to see: its forms are asked about. */
    isWarned: boolean;
    /** The links that lie, gravest first. */
    falseLinks: FalseLink[];
    /** The links that do not get a mark of their own are marked, too: there are more than `falseLinks` holds. */
    markAll: boolean;
    /** Hosts (ASCII) to which links lead that were judged, and none is false. Any other is asked about with `link`. */
    judgedHosts: string[];
    /** Nothing of the message was left unread; if false, every link but mailto: and #… is asked about with `link`. */
    isWhole: boolean;
    /** The reader's settings: a link that lies is never opened. */
    blocks: boolean;
    canMarkJunk: boolean;
    /** The reader has marked it as junk over its warning, and can undo that. */
    isMarkedJunk: boolean;
    /** A bar without a level: why there is no verdict, or it is not complete. Null nearly always. */
    trouble: string | null;
    /** A bar with "Undo": what was trusted over this message just now. */
    trusted: string | null;
    /** Whom the reader may ask, by the organisation's policy. */
    support: string | null;
  }

  /** What a document displays; a link or form is its address as written, its text, what it is relative to. */
  interface Shown {
    links: [string, string, string | null, boolean][];
    forms: [string | null, string, string | null][];
    hasPasswordField: boolean;
    /** Links that are displayed and not in `links`. */
    leftOut: number;
    text: string;
  }

  /** What speaks against opening a link. */
  interface Doubt {
    kind: "false-link" | "lookalike" | "listed" | "unchecked" | "unread";
    /** The site that it shows or imitates; null for the others. */
    shown: string | null;
    shownOwner: [number, number] | null;
    /** The site or address that it opens; null while the check is running. */
    actual: string | null;
    actualOwner: [number, number] | null;
    company: string | null;
    /** It can't be opened, whatever the reader says. */
    refused: boolean;
  }

  /** From a script in a message to the background. */
  type Request =
    /** Answered with a View as soon as there is one: the answer may take a while. */
    | { type: "view" }
    /** A link (`a.href`) that is about to be opened and is neither in `falseLinks` nor judged: answered with a Doubt or null. */
    | { type: "link"; href: string }
    /** A Shown as JSON, whenever that changes: answered when it was judged, or can't be. */
    | { type: "shown"; shown: string }
    /** Opens a link in the browser that the reader has said yes to; http and https only. */
    | { type: "open"; url: string }
    /** What the reader answered to the question about a link or form. */
    | { type: "event"; event: "link-blocked" | "link-declined" | "link-opened-anyway"; href: string }
    /** Puts a style sheet of user origin into the tab in place of the one that was put there before; "" takes it away. */
    | { type: "style"; css: string }
    /** The buttons of the banner. */
    | { type: "details" }
    | { type: "menu" }
    | { type: "junk" }
    | { type: "undo-junk" }
    | { type: "undo-trust" };

  /** From the background to the scripts in a message: it is to be shown anew. */
  type Push = { type: "view"; view: View };

  interface Place {
    id: string;
    label: string;
    address: string;
    subject: string;
    text: string;
  }

  interface Trust {
    /** The domain whose mail can be trusted; null if none can. */
    sender: string | null;
    /** Sites to which links in its mail can be trusted. */
    sites: string[];
    /** Why it can't be trusted. */
    why: string | null;
  }

  /** What the popup of the header's button shows. */
  interface PopupState {
    /** For the requests below; null if the tab shows no message. */
    message: number | null;
    /** Null: there is no verdict, and `words` says why. */
    notice: Notice | null;
    words: string;
    isWarned: boolean;
    canMarkJunk: boolean;
    canLookUp: boolean;
    trust: Trust;
    trusted: string | null;
    places: Place[];
  }

  interface Details {
    notice: Notice;
    /** Null for a message that could not be judged. */
    story: Story | null;
    text: string;
    isWarned: boolean;
    canLookUp: boolean;
    /** Who would be asked, and what. */
    questions: string[];
  }

  interface Note {
    noted: boolean;
    words: string;
    report: string;
    address: string | null;
    subject: string;
  }

  interface Setting {
    value: any;
    locked: boolean;
    /** Entries of a list that the organisation has added; the reader cannot remove them. */
    fixed?: any[];
  }

  interface SettingsState {
    settings: Record<string, Setting>;
    /** False: nothing can be set. */
    available: boolean;
    /** The errors in the organisation's policy. */
    policyTrouble: string | null;
    /** That the organisation gets events. */
    policyEvents: string | null;
    checks: { id: string; title: string; explanation: string }[];
    /** Why there are no settings to show; null nearly always. */
    trouble: string | null;
  }

  /** A look at the messages that are there already. */
  interface LookBack {
    state: "none" | "running" | "stopped" | "done";
    read: number;
    all: number;
  }

  /** What mail has taught. */
  interface MemoryState {
    accounts: { id: string; words: string }[];
    /** How much is kept; null if it is nothing. */
    kept: string | null;
    lookBack: LookBack;
  }

  /** From a page of the extension to the background, which knows them by their address. */
  type PageRequest =
    | { type: "popup"; tabId: number }
    | { type: "open-details"; message: number }
    | { type: "details"; message: number }
    | { type: "junk" | "look-up" | "stop-look-up" | "undo-trust"; message: number }
    | { type: "report"; message: number; place: Place }
    | { type: "ask-trust"; sender: string; site: string | null }
    | { type: "give-trust"; message: number; sender: string; site: string | null }
    /** ask: nothing is noted yet. */
    | { type: "wrong"; message: number; step: "ask" | "note" | "undo" }
    | { type: "write-note"; note: Note }
    | { type: "settings" }
    | { type: "set"; key: string; value: any }
    | { type: "memory" | "look-back" | "stop-look-back" }
    /** null: everything. */
    | { type: "forget"; account: string | null }
    | { type: "forget-sender"; sender: string };

  /** From the background to the pages: what they show may have changed. */
  type Change =
    | { type: "changed" }
    /** Only what the page of preferences shows of the memory. */
    | { type: "learned" };
}
