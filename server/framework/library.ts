import { type DataReading, readPlain } from '../syntax/data.ts';
import { readYaml } from '../syntax/yaml.ts';
import type { Problem } from '../text/problem.ts';
import type { CalendarDate } from '../values/calendar.ts';
import { BUILTIN } from './builtin.generated.ts';
import { DatedVocabulary } from './dated.ts';
import { extendsCycle } from './extend.ts';
import { type LoadedFramework, loadReading, type Resolve, rootOf } from './load.ts';
import { child, type Located, textOf, valueSpan } from './locate.ts';
import { ScaleLibrary } from './scales.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A framework of the library's, ready for use. */
export interface LibraryEntry {
  /** With all that the framework has at any time. */
  readonly vocabulary: Vocabulary;
  /** The framework as it was on a day; as it last stood, where no day is given. */
  readonly on: (day?: CalendarDate) => Vocabulary;
  /** What is wrong with its file. */
  readonly problems: readonly Problem[];
  /** Where its file is, when it is a workspace's own. */
  readonly path?: string;
}

/** A framework file of a workspace: `text` with LF line ends. */
export interface FrameworkFile {
  readonly path: string;
  readonly text: string;
  /** The path as people write it, where that differs. */
  readonly shown?: string | undefined;
  /** The text, read as YAML already. */
  readonly reading?: DataReading;
}

/** A framework file with mistakes. */
export interface FaultyFile {
  /** As people write its path. */
  readonly file: string;
  readonly mistakes: number;
}

/** A framework as it was written. */
export interface WrittenFramework {
  /** Empty for a shipped one, which is in no file: every place in it is 0. */
  readonly text: string;
  readonly root: Located | undefined;
  /** Where its file is, when it is a workspace's own. */
  readonly path: string | undefined;
}

/** What became of a framework file of a workspace. */
export interface FileEntry {
  /** Undefined for a file that gives none. */
  readonly id: string | undefined;
  readonly problems: readonly Problem[];
}

/**
 * The frameworks that are shipped and those of a workspace. Immutable; a framework is read when it is first
 * asked for. A workspace's framework takes the place of a shipped one with the same id.
 */
export class FrameworkLibrary {
  readonly #builtin: ReadonlyMap<string, Source>;
  readonly #files: ReadonlyMap<string, Source>;
  readonly #own: ReadonlyMap<string, Source>;
  readonly #loaded: Map<Source, Loaded>;
  /** The scales that any of them may name. */
  readonly scales: ScaleLibrary;

  private constructor(
    builtin: ReadonlyMap<string, Source>,
    files: readonly Source[],
    loaded: Map<Source, Loaded>,
    scales: ScaleLibrary,
  ) {
    this.#builtin = builtin;
    this.#files = new Map(files.map((file) => [file.path ?? '', file]));
    // Of two files with one id the first counts; the other is told so.
    this.#own = new Map(
      [...files].reverse().flatMap((file) => (file.id === undefined ? [] : [[file.id, file]])),
    );
    this.#loaded = loaded;
    this.scales = scales;
  }

  /**
   * The frameworks that are shipped, and no others.
   * @param shipped the JSON of each, by its id
   */
  static builtin(shipped: ReadonlyMap<string, string> = BUILTIN): FrameworkLibrary {
    const sources = [...shipped].map(
      ([id, json]) => [id, new Source('', () => readPlain(JSON.parse(json)))] as const,
    );
    return new FrameworkLibrary(new Map(sources), [], new Map(), new ScaleLibrary());
  }

  /** The ids of all frameworks, sorted. */
  ids(): readonly string[] {
    return [...new Set([...this.#builtin.keys(), ...this.#own.keys()])].sort();
  }

  /** The framework with that id. */
  get(id: string): LibraryEntry | undefined {
    const source = this.#source(id);
    return source && this.#load(source, id).entry;
  }

  /** Where the file of the framework with that id is, when it is a workspace's own. */
  path(id: string): string | undefined {
    return this.#source(id)?.path;
  }

  /**
   * The workspace's own files that have mistakes, of a framework and of those that it extends. What is shipped has
   * none, and is not looked at.
   */
  faulty(id: string): readonly FaultyFile[] {
    const files: FaultyFile[] = [];
    const seen = new Set<Source>();
    for (let next = this.#source(id); next !== undefined && !seen.has(next); ) {
      seen.add(next);
      const problems = next.path === undefined ? [] : this.#load(next, next.id ?? '').result.problems;
      if (next.path !== undefined && problems.length > 0) {
        files.push({ file: next.shown ?? next.path, mistakes: problems.length });
      }
      next = next.extends === undefined ? undefined : this.#source(next.extends);
    }
    return files;
  }

  /** The text of the framework with that id, and its data. */
  written(id: string): WrittenFramework | undefined {
    const source = this.#source(id);
    return source && { text: source.text, root: rootOf(source.reading), path: source.path };
  }

  /** What became of a workspace's file, also of one that gives no framework. */
  file(path: string): FileEntry | undefined {
    const source = this.#files.get(path);
    if (source === undefined) return undefined;
    const { problems } = this.#load(source, source.id ?? '').result;
    const first = source.id === undefined ? undefined : this.#own.get(source.id);
    if (first === undefined || first === source) return { id: source.id, problems };
    return { id: source.id, problems: [takenProblem(source, first), ...problems] };
  }

  /**
   * The shipped frameworks and these files, in place of any that were there before. What did not change
   * keeps its vocabulary, so that what was worked out with it still holds.
   */
  with(files: readonly FrameworkFile[]): FrameworkLibrary {
    if (files.length === 0 && this.#files.size === 0) return this;
    const sources = files.map((file) => {
      const before = this.#files.get(file.path);
      return before?.text === file.text ? before : sourceOf(file);
    });
    return this.#withSources(sources);
  }

  /** The same with one file as it is now, whether or not that was there before. */
  including(file: FrameworkFile): FrameworkLibrary {
    const before = this.#files.get(file.path);
    if (before?.text === file.text) return this;
    const others = [...this.#files.values()].filter((source) => source !== before);
    return this.#withSources([...others, sourceOf({ shown: before?.shown, ...file })]);
  }

  #withSources(files: readonly Source[]): FrameworkLibrary {
    const sources = [...files].sort((a, b) => ((a.path ?? '') < (b.path ?? '') ? -1 : 1));
    const kept = new Set([...this.#builtin.values(), ...sources]);
    // What was looked for in vain may be among the new files.
    const settled = ([source, { base }]: readonly [Source, Loaded]) =>
      kept.has(source) && (base !== undefined || source.extends === undefined);
    const loaded = new Map([...this.#loaded].filter(settled));
    return new FrameworkLibrary(this.#builtin, sources, loaded, this.scales);
  }

  #source(id: string): Source | undefined {
    return this.#own.get(id) ?? this.#builtin.get(id);
  }

  /** Loads a source unless that was done before, with the same framework below it. */
  #load(source: Source, id: string): Loaded {
    const base = this.#base(source, id);
    const before = this.#loaded.get(source);
    if (before !== undefined && sameBase(before.base, base)) return before;
    const result = loadReading(source.reading, () => base, base === undefined ? this.ids() : [], this.scales);
    const loaded: Loaded = { base, result, entry: toEntry(result, source.path) };
    this.#loaded.set(source, loaded);
    return loaded;
  }

  #base(source: Source, id: string): ReturnType<Resolve> {
    const wanted = source.extends;
    if (wanted === undefined) return undefined;
    const cycle = extendsCycle(id, (next) => this.#source(next)?.extends);
    return cycle ?? this.get(wanted)?.vocabulary.framework;
  }
}

/** A framework as it was loaded, and what it then extended. */
interface Loaded {
  readonly base: ReturnType<Resolve>;
  readonly result: LoadedFramework;
  readonly entry: LibraryEntry | undefined;
}

/** What a framework is made of, read when that is first needed. */
class Source {
  readonly text: string;
  readonly path: string | undefined;
  readonly shown: string | undefined;
  readonly #read: () => DataReading;
  #reading: DataReading | undefined;

  constructor(text: string, read: () => DataReading, file?: FrameworkFile) {
    this.text = text;
    this.path = file?.path;
    this.shown = file?.shown;
    this.#read = read;
  }

  get reading(): DataReading {
    this.#reading ??= this.#read();
    return this.#reading;
  }

  get id(): string | undefined {
    return textOf(child(rootOf(this.reading), 'id'));
  }

  get extends(): string | undefined {
    return textOf(child(rootOf(this.reading), 'extends'));
  }
}

function sourceOf(file: FrameworkFile): Source {
  return new Source(file.text, () => file.reading ?? readYaml(file.text), file);
}

function sameBase(a: ReturnType<Resolve>, b: ReturnType<Resolve>): boolean {
  if (a === b) return true;
  return isCycle(a) && isCycle(b) && a.cycle.join(' ') === b.cycle.join(' ');
}

function isCycle(base: ReturnType<Resolve>): base is { readonly cycle: readonly string[] } {
  return base !== undefined && 'cycle' in base;
}

function toEntry(loaded: LoadedFramework, path: string | undefined): LibraryEntry | undefined {
  if (loaded.framework === undefined) return undefined;
  const dated = new DatedVocabulary(loaded.framework);
  return {
    vocabulary: dated.whole,
    on: (day) => dated.on(day),
    get problems() {
      return loaded.problems;
    },
    ...(path === undefined ? {} : { path }),
  };
}

function takenProblem(source: Source, first: Source): Problem {
  const id = child(rootOf(source.reading), 'id');
  return {
    span: id === undefined ? { from: 0, to: 0 } : valueSpan(id),
    message: `"${source.id}" is already the id of the framework in ${first.shown ?? first.path}.`,
  };
}
