/** How many lines of a document decide whether it may be ours: enough for a long front matter. */
export const HEAD_LINES = 200;

const MARKDOWN_NAME = /\.(report|sef)\.md$/i;
const YAML_NAME = /\.(report|sef|framework)\.ya?ml$/i;
const PACK_NAME = /^touchstone\.yaml$/i;
const FRAMEWORK_KEY = /^(?:framework|"framework"|'framework')[ \t]*:(?:[ \t]|$)/;
const FENCE = /^---[ \t]*$/;
const FENCE_END = /^(?:---|\.\.\.)[ \t]*$/;

/** Whether the name of a file that was found in a folder makes it worth a look. */
export function mayBeOurs(name: string): boolean {
  return /\.(?:md|ya?ml)$/i.test(name);
}

/**
 * Whether a document may be a Touchstone document, judged by its name and first lines alone. It may
 * say yes to a `framework: react`: the server knows the frameworks and decides the rest.
 */
export function looksOurs(name: string, languageId: string, head: string): boolean {
  const file = name.slice(name.lastIndexOf('/') + 1);
  if (languageId === 'markdown') return MARKDOWN_NAME.test(file) || frontMatter(head).some(isFrameworkKey);
  if (languageId !== 'yaml') return false;
  return PACK_NAME.test(file) || YAML_NAME.test(file) || lines(head).some(isFrameworkKey);
}

function isFrameworkKey(line: string): boolean {
  return FRAMEWORK_KEY.test(line);
}

function frontMatter(head: string): readonly string[] {
  const [first, ...rest] = lines(head);
  if (first === undefined || !FENCE.test(first)) return [];
  const end = rest.findIndex((line) => FENCE_END.test(line));
  return end < 0 ? rest : rest.slice(0, end);
}

function lines(head: string): readonly string[] {
  return head.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, HEAD_LINES);
}
