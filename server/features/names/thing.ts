import type { Destination } from '../../text/address.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';

/** A thing that texts call by a name, told so that any other file of the pack can be asked where it speaks of it. */
export type Thing =
  | MeasureThing
  | AcronymThing
  | SectionThing
  | FrameworkThing
  | PlaceThing
  | FileThing
  | FootnoteThing
  | AreaThing
  | OwnerThing
  | LocalThing;

/** A measure, by every name under which it is known where it was asked for. */
export interface MeasureThing {
  readonly kind: 'measure';
  /** Undefined for one that is defined nowhere. */
  readonly id: string | undefined;
  readonly names: readonly string[];
}

/** An acronym, as acronyms are compared. */
export interface AcronymThing {
  readonly kind: 'acronym';
  readonly key: string;
  readonly name: string;
}

/** A section of a framework. */
export interface SectionThing {
  readonly kind: 'section';
  readonly id: string;
  /** The framework that has it first: those that extend it have it too. */
  readonly owner: string;
}

export interface FrameworkThing {
  readonly kind: 'framework';
  readonly id: string;
}

/** A place of one document: a heading, a numbered paragraph, a table with a caption. */
export interface PlaceThing {
  readonly kind: 'place';
  readonly path: string;
  /** Where its block begins; undefined as long as only the link to it is known. */
  readonly at: number | undefined;
  /** What links to it say behind `#`. */
  readonly fragments: readonly string[];
}

/** Another file that links lead to. */
export interface FileThing {
  readonly kind: 'file';
  readonly path: string;
}

export interface FootnoteThing {
  readonly kind: 'footnote';
  readonly path: string;
  readonly name: string;
}

/** What a document judges, in all the places that state its judgement. */
export interface AreaThing {
  readonly kind: 'area';
  readonly path: string;
  readonly name: string;
}

/** Somebody who does actions, as names are compared. */
export interface OwnerThing {
  readonly kind: 'owner';
  readonly key: string;
}

/** What only its own file of data knows, such as a scale of a framework. */
export interface LocalThing {
  readonly kind: 'local';
  readonly path: string;
  readonly at: number;
}

/** Which of its names a thing is called by: two things may be called alike, one by its id and one in words. */
export type Form = 'id' | 'words';

/** A thing where it is called by a name. */
export interface Mention {
  readonly span: Span;
  /** An alias is another of its names where it is defined. */
  readonly role: 'definition' | 'alias' | 'use';
  readonly form: Form;
  readonly name: string;
  /** What to show of a definition, where that is more than the name. */
  readonly whole?: Span;
  /** Whether words of running text merely seem to speak of it. */
  readonly unsure?: true;
  /** What calls it by another name there; nothing where it goes by a name that is not changed. */
  readonly renamed: (name: string) => readonly TextEdit[];
}

/** A thing at the cursor. */
export interface Named {
  readonly thing: Thing;
  /** What stands at the cursor. */
  readonly span: Span;
  /** The name by which it can be renamed; undefined for what has none, or whose name is not its own. */
  readonly name: string | undefined;
  readonly form: Form;
}

/** A place in a file that may not be open. */
export interface Target {
  readonly path: string;
  readonly text: SourceText;
  readonly span: Span;
}

/** What a reader wants to see of a place who does not go there. */
export interface Shown {
  /** The first words of it, as Markdown. */
  readonly markdown: string;
  /** Where that stands in its file. */
  readonly span: Span;
}

/** What a file has to say of the things that are called by names in it. */
export interface Names {
  /** The innermost thing at a place. */
  readonly at: (offset: number) => Named | undefined;
  readonly mentions: (thing: Thing) => readonly Mention[];
  /** Where what stands at a place is defined, when that needs no look at other files. */
  readonly target: (offset: number) => Target | undefined;
  /** Why a thing cannot have another name, as far as this file knows: one sentence. */
  readonly objection: (thing: Thing, form: Form, name: string) => string | undefined;
  /** The place that a link to `#fragment` of this file leads to. */
  readonly place: (fragment: string) => PlaceThing | undefined;
  /** What the file has to show of a thing that others speak of. */
  readonly shown: (thing: Thing) => Shown | undefined;
  /** The edits that lead links elsewhere: `change` says how a link is written that has to change. */
  readonly relinked: (
    change: (to: Destination, written: string) => string | undefined,
  ) => readonly TextEdit[];
  /**
   * What keeps the figures of spreadsheets tied to measures that documents call otherwise from now on: `renamed` says
   * how, of a name that changes.
   */
  readonly tied: (renamed: (name: string) => string | undefined) => readonly TextEdit[];
  /** What the file would be like after some edits. */
  readonly after: (edits: readonly TextEdit[]) => After;
}

/** What counts of a file after a change to it. */
export interface After {
  /** What links to this file say behind `#`, heading by heading. */
  readonly fragments: readonly (readonly string[])[];
  /** How many faults its text has that keep it from being read. */
  readonly faults: number;
}

/** A mention that has to keep its name. */
export const UNCHANGED: Mention['renamed'] = () => [];
