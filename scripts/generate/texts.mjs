import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { formattedJson } from './json.mjs';

/** What the client says, for translators: a copy of this file with a language's code before `.json` is a translation. */
export function textsFile(root) {
  const folder = path.join(root, 'client');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const texts = files.flatMap((name) => textsIn(name, readFileSync(path.join(folder, name), 'utf8')));
  const sorted = [...new Set(texts)].sort();
  const file = 'l10n/bundle.l10n.json';
  return [file, formattedJson(root, file, Object.fromEntries(sorted.map((text) => [text, text])))];
}

/** The texts that are passed to `vscode.l10n.t`; what is put together before it is passed cannot be translated. */
function textsIn(name, code) {
  const source = ts.createSourceFile(name, code, ts.ScriptTarget.Latest);
  const texts = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'vscode.l10n.t') {
      const [text] = node.arguments;
      if (!ts.isStringLiteralLike(text)) throw new Error(`${name}: a text for vscode.l10n.t is no literal.`);
      texts.push(text.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}
