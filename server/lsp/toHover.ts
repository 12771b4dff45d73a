import { type Hover as LspHover, MarkupKind } from 'vscode-languageserver';
import type { Hover } from '../features/hover/answer.ts';
import type { Positions } from './positions.ts';
import { RULE_LINES } from './ruleLines.generated.ts';

/** Where a hover is shown. */
export interface Shown {
  readonly uri: string;
  readonly positions: Positions;
  readonly rulesPage: string | undefined;
  readonly images: boolean;
}

/** What is shown beside the pointer, with the links and pictures that the client can show. */
export function toHover(hover: Hover, shown: Shown): LspHover {
  const { markdown, span, picture } = hover;
  const links = [...placeLinks(hover, shown), ...ruleLink(hover, shown)].join(' · ');
  const image = picture === undefined || !shown.images ? '' : imageText(picture);
  const value = [markdown, image, links].filter((part) => part !== '').join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: shown.positions.range(span) };
}

function placeLinks({ span, places = [] }: Hover, { uri, positions }: Shown): readonly string[] {
  const { line } = positions.position(span.from);
  // What stands on the same line is in sight.
  return places.flatMap(({ label, span: { from } }) => {
    const at = positions.position(from);
    const to = `${uri}#L${at.line + 1},${at.character + 1}`;
    return at.line === line ? [] : [`[${label.replace(/[[\]\\]/g, '\\$&')} in line ${at.line + 1}](${to})`];
  });
}

function ruleLink({ rule }: Hover, { rulesPage }: Shown): readonly string[] {
  const line = rule === undefined ? undefined : RULE_LINES.get(rule);
  // Editors open a file at a line; anchors within it only browsers know.
  return rulesPage === undefined || line === undefined
    ? []
    : [`[All about this rule](${rulesPage}#L${line})`];
}

/** A picture in its own address, without the characters that end an address in Markdown. */
function imageText({ svg, words }: NonNullable<Hover['picture']>): string {
  // Half a character has no place in an address.
  const address = encodeURIComponent(svg.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[()']/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
  return `![${words.replace(/[[\]\\]/g, '\\$&')}](data:image/svg+xml,${address})`;
}
