// The snippets of the frameworks that are shipped. Bundled and run by snippets.mjs.
import { scaffold } from '../../server/features/scaffold.ts';
import { sectionSnippet, withTabStops } from '../../server/features/snippetText.ts';
import { FrameworkLibrary, type LibraryEntry } from '../../server/framework/library.ts';
import type { SectionRole, Vocabulary } from '../../server/framework/vocabulary.ts';
import type { Syntax } from '../../server/model/model.ts';

/** Without a prefix a snippet is offered by the commands for snippets alone, and never while somebody types. */
export interface Snippet {
  readonly description: string;
  /** Whether a new file may begin as it says. */
  readonly isFileTemplate?: true;
  readonly body: readonly string[];
}

/** The snippets for a syntax, by their names: of each framework its first lines and each of its sections. */
export function snippetsOf(syntax: Syntax): Readonly<Record<string, Snippet>> {
  const library = FrameworkLibrary.builtin();
  const entries = library.ids().flatMap((id) => library.get(id) ?? []);
  const scopes = scopesOf(entries);
  const all = entries.flatMap((entry) => {
    const scope = scopes.get(entry) ?? '';
    return [firstLines(entry, scope, syntax), ...sections(entry.vocabulary, scope, syntax)];
  });
  return Object.fromEntries(all);
}

/** What authors call a framework for short: its id without the inspectorate and the year, as long as no other is called so. */
function scopesOf(entries: readonly LibraryEntry[]): ReadonlyMap<LibraryEntry, string> {
  const short = ({ vocabulary: { framework } }: LibraryEntry) => {
    const inspectorate = framework.inspectorate?.toLowerCase();
    const begins = inspectorate !== undefined && framework.id.startsWith(`${inspectorate}-`);
    return framework.id.slice(begins ? inspectorate.length + 1 : 0).replace(/-\d{4}$/, '');
  };
  const uses = (name: string) => entries.filter((entry) => short(entry) === name).length;
  return new Map(
    entries.map((entry) => [entry, uses(short(entry)) === 1 ? short(entry) : entry.vocabulary.framework.id]),
  );
}

function firstLines(entry: LibraryEntry, scope: string, syntax: Syntax): readonly [string, Snippet] {
  const { title } = entry.vocabulary.framework;
  const whole = scaffold({ entry, syntax, answers: new Map() });
  const head = (syntax === 'yaml' ? HEAD.yaml : HEAD.markdown).exec(whole.text)?.[0].length ?? 0;
  const rest = syntax === 'yaml' ? '\nsections:\n  $0' : '\n\n$0';
  const snippet: Snippet = {
    description: `The first lines of a document that follows "${title}".`,
    isFileTemplate: true,
    body: (withTabStops(whole, [], head) + rest).split('\n'),
  };
  return [`${scope}: front matter`, snippet];
}

/** What a document begins with: its fields, and in Markdown its title. */
const HEAD = {
  markdown: /^---\n[\s\S]*?\n---\n(?:\n# .*\n)?/,
  yaml: /^[\s\S]*?(?=^(?:body|sections):)/m,
};

/** Each section; what a pattern repeats below several, or is the same for another reason, comes once. */
function sections(
  vocabulary: Vocabulary,
  scope: string,
  syntax: Syntax,
): readonly (readonly [string, Snippet])[] {
  const found = new Map<string, { readonly role: SectionRole; readonly body: string }>();
  for (const role of vocabulary.roles) {
    const body = sectionSnippet(vocabulary, role, syntax);
    const { heading, ofPattern } = role.def;
    const key = ofPattern === undefined ? `${heading}\n${body}` : heading;
    if (body !== undefined && !found.has(key)) found.set(key, { role, body });
  }
  const names = namesOf([...found.values()].map(({ role }) => role));
  return [...found.values()].map(({ role, body }) => [
    `${scope}: ${names.get(role)}`,
    {
      description: `The section "${role.def.heading}" of "${vocabulary.framework.title}".`,
      body: body.split('\n'),
    },
  ]);
}

/** What an author would type for each section: its heading, as far as nobody reads on, or where it stands as well. */
function namesOf(roles: readonly SectionRole[]): ReadonlyMap<SectionRole, string> {
  const whole = ({ def }: SectionRole) => def.heading.toLowerCase();
  const brief = (role: SectionRole) =>
    /^.{1,60}(?=\s|$)/.exec(whole(role))?.[0].replace(/(?:,?\s(?:and|at|by|for|of|or|the|to|with))+$/, '') ??
    whole(role);
  const placed = (role: SectionRole) => `${whole(role.parent ?? role)}, ${role.def.id.replaceAll('-', ' ')}`;
  const isOwn = (name: (role: SectionRole) => string, role: SectionRole) =>
    roles.filter((other) => name(other) === name(role)).length === 1;
  return new Map(
    roles.map((role) => [role, ([brief, whole].find((name) => isOwn(name, role)) ?? placed)(role)]),
  );
}
