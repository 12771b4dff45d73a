import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Where VS Code shows a text to people. */
const SHOWN = new Set([
  'title',
  'label',
  'placeHolder',
  'placeholder',
  'prompt',
  'tooltip',
  'detail',
  'description',
  'message',
  'name',
  'openLabel',
  'saveLabel',
]);
const TELLS = /^vscode\.window\.show(?:Information|Warning|Error)Message$/;
/** Two words, or one that begins a sentence: ids, icons and separators are no words. */
const WORDS = /\p{L}{2,} \p{L}|^\p{Lu}\p{Ll}/u;
/** Our own name stands for itself in any language. */
const OWN_NAME = 'Touchstone';

/** The texts of a file of the client that are shown as they stand, and so in English to everybody. */
function plainTexts(name: string, code: string): readonly string[] {
  const source = ts.createSourceFile(name, code, ts.ScriptTarget.Latest);
  const found: string[] = [];
  const look = (node: ts.Node | undefined): void => {
    if (node === undefined) return;
    if (ts.isConditionalExpression(node)) {
      look(node.whenTrue);
      look(node.whenFalse);
      return;
    }
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    const text = isText ? node.getText(source).slice(1, -1) : '';
    if (WORDS.test(text.replace(/\$\{[^}]*\}|\$\([^)]*\)/g, '').trim()) && text !== OWN_NAME)
      found.push(`${name}: ${text}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && SHOWN.has(node.name.getText(source))) look(node.initializer);
    if (ts.isCallExpression(node) && TELLS.test(node.expression.getText(source)))
      node.arguments.forEach(look);
    const isSet = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    if (isSet && ts.isPropertyAccessExpression(node.left) && SHOWN.has(node.left.name.text)) look(node.right);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\d+\}/g)].map(([one]) => one).sort();
}

describe('the texts of the client', () => {
  const files = readdirSync('client').filter((name) => name.endsWith('.ts'));

  it('go through the translations of VS Code', () => {
    const plain = files.flatMap((name) => plainTexts(name, readFileSync(`client/${name}`, 'utf8')));
    assert.deepEqual(plain, []);
    assert.ok(files.length > 15);
    const wrong =
      "const a = { title: 'Not so' }; b.tooltip = `Nor this`; vscode.window.showErrorMessage('Nor so.');";
    assert.equal(plainTexts('wrong.ts', wrong).length, 3);
  });

  it('stand in a file for translators', () => {
    const source = readFileSync('l10n/bundle.l10n.json', 'utf8');
    const texts = Object.keys(JSON.parse(source) as object);
    assert.ok(texts.includes('Finding {0} of {1}') && texts.length > 80, `${texts.length} texts`);
  });

  it('have only translations that fit', () => {
    const texts: Record<string, string> = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8'));
    for (const file of readdirSync('l10n').filter((name) => /^bundle\.l10n\.[\w-]+\.json$/.test(name))) {
      const translated: Record<string, string> = JSON.parse(readFileSync(`l10n/${file}`, 'utf8'));
      for (const [text, translation] of Object.entries(translated)) {
        assert.ok(text in texts, `${file}: nobody says "${text}"`);
        assert.deepEqual(placeholders(translation), placeholders(text), `${file}: "${translation}"`);
      }
    }
  });
});
