/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is used of Thunderbird's interfaces, for the type checker. tests/thunderbird/apis.test.js holds the names
 * against the schemas of the installed Thunderbird.
 */
declare namespace Thunderbird {
  interface Event<F extends (...args: any[]) => any> {
    addListener (listener: F): void;
    removeListener (listener: F): void;
  }

  interface Tab {
    id: number;
    windowId: number;
  }

  interface Folder {
    id: string;
    accountId?: string;
    specialUse: string[];
  }

  interface MessageHeader {
    id: number;
    subject: string;
    external: boolean;
    headerMessageId: string;
    date: Date | string;
    size: number;
    junk: boolean;
    folder?: Folder;
  }

  interface MessageList {
    /** null: the last page. */
    id: string | null;
    messages: MessageHeader[];
  }

  interface Sender {
    id?: string;
    url?: string;
    tab?: Tab;
    documentId?: string;
  }

  interface Port {
    error: { message: string } | null;
    onMessage: Event<(message: any) => void>;
    onDisconnect: Event<(port: Port) => void>;
    postMessage (message: object): void;
    disconnect (): void;
  }

  interface AddressBook {
    id: string;
    remote?: boolean;
  }

  interface Contact {
    vCard: string;
  }

  interface StorageArea {
    get (keys?: any): Promise<Record<string, any>>;
    set (values: Record<string, any>): Promise<void>;
    onChanged: Event<(changes: object) => void>;
  }

  interface Permissions {
    permissions: string[];
  }

  interface StyleTarget {
    target: { tabId: number; documentIds?: string[] };
    css: string;
    origin: "USER";
  }

  interface Contacts {
    list (parentId: string): Promise<Contact[]>;
    onCreated: Event<() => void>;
    onManyCreated: Event<() => void>;
    onUpdated: Event<() => void>;
    onDeleted: Event<() => void>;
  }

  interface Browser {
    accounts: {
      get (id: string): Promise<{ type: string } | null>;
      list (includeSubFolders: boolean): Promise<{ id: string; name: string; type: string }[]>;
    };
    addressBooks: { list (complete: boolean): Promise<AddressBook[]>; contacts: Contacts };
    alarms: {
      create (name: string, when: { delayInMinutes: number }): void;
      onAlarm: Event<(alarm: { name: string }) => void>;
    };
    compose: { beginNew (messageId: null | object, details?: object): Promise<Tab> };
    folders: { query (query: object): Promise<Folder[]> };
    i18n: {
      getMessage (key: string, substitutions?: string | string[]): string;
      getUILanguage (): string;
    };
    identities: {
      list (): Promise<{ email: string }[]>;
      onCreated: Event<() => void>;
      onUpdated: Event<() => void>;
      onDeleted: Event<() => void>;
    };
    menus: {
      create (properties: object): void;
      removeAll (): Promise<void>;
      onClicked: Event<(info: { menuItemId: string; selectedMessages?: { messages: MessageHeader[] } }, tab?: Tab) => void>;
    };
    messageDisplay: {
      getDisplayedMessages (tabId?: number): Promise<{ messages: MessageHeader[] }>;
      onMessagesDisplayed: Event<(tab: Tab, list: { messages: MessageHeader[] }) => void>;
    };
    messageDisplayAction: {
      setTitle (details: { tabId?: number; title: string | null }): Promise<void>;
      setLabel (details: { tabId?: number; label: string | null }): Promise<void>;
      setIcon (details: { tabId?: number; path: string }): Promise<void>;
      setBadgeText (details: { tabId?: number; text: string | null }): Promise<void>;
      setBadgeBackgroundColor (details: { tabId?: number; color: string | null }): Promise<void>;
      openPopup (options?: { windowId?: number }): Promise<boolean>;
    };
    messages: {
      get (id: number): Promise<MessageHeader>;
      query (query: { folderId: string; messagesPerPage: number }): Promise<MessageList>;
      continueList (listId: string): Promise<MessageList>;
      getRaw (id: number, options: { data_format: "BinaryString"; decrypt?: boolean }): Promise<string>;
      update (id: number, properties: { junk: boolean }): Promise<void>;
      onUpdated: Event<(message: MessageHeader, changed: { junk?: boolean }) => void>;
      move (ids: number[], folderId: string, options?: { isUserAction: boolean }): Promise<void>;
    };
    permissions: {
      contains (permissions: Permissions): Promise<boolean>;
      request (permissions: Permissions): Promise<boolean>;
      remove (permissions: Permissions): Promise<boolean>;
      onAdded: Event<(permissions: Permissions) => void>;
      onRemoved: Event<(permissions: Permissions) => void>;
    };
    runtime: {
      id: string;
      connectNative (name: string): Port;
      getManifest (): any;
      getURL (path: string): string;
      openOptionsPage (): Promise<void>;
      sendMessage (message: object): Promise<any>;
      onInstalled: Event<(details: { reason: string }) => void>;
      onMessage: Event<(message: any, sender: Sender) => Promise<any> | undefined | void>;
    };
    scripting: {
      executeScript (injection: { target: { tabId: number }; files?: string[]; func?: () => any }):
        Promise<{ result?: any }[]>;
      insertCSS (injection: StyleTarget): Promise<void>;
      removeCSS (injection: StyleTarget): Promise<void>;
    };
    storage: { local: StorageArea; managed: StorageArea; session: StorageArea };
    tabs: {
      query (query: object): Promise<Tab[]>;
      get (id: number): Promise<Tab>;
      create (properties: { url: string }): Promise<Tab>;
      sendMessage (tabId: number, message: object): Promise<any>;
      onRemoved: Event<(tabId: number) => void>;
    };
    windows: {
      create (properties: object): Promise<object>;
      openDefaultBrowser (url: string): Promise<void>;
    };
  }
}

declare const browser: Thunderbird.Browser;
