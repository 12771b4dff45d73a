/** A document of ours as somebody would have it who copied its page: the framework that it follows, and its words. */
export function plainText(markdown: string): {
  readonly framework: string | undefined;
  readonly text: string;
} {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(markdown);
  const text = markdown
    .slice(front?.[0].length ?? 0)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^\s*\|[-| :]+\|\s*\n/gm, '')
    .replace(/^[ \t]*\|[ \t]*(.*?)[ \t]*\|[ \t]*$/gm, (_, cells: string) =>
      cells.split(/\s*\|\s*/).join('\t'),
    )
    .replace(/^#+ /gm, '')
    .replaceAll('**', '')
    .replace(/^- (?=\p{Lu}[^:\n]{2,60}:)/gmu, '');
  return { framework: /^framework: (\S+)$/m.exec(front?.[1] ?? '')?.[1], text };
}
