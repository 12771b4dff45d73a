import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Json = Readonly<Record<string, unknown>>;

const manifest = readJson('package.json');
const texts = readJson('package.nls.json');
const contributes = asJson(manifest.contributes);

/** What of the manifest is shown to people, by the names of its parts. Our own name stands for itself in any language. */
const SHOWN = new Set([
  'title',
  'description',
  'markdownDescription',
  'enumDescriptions',
  'enumItemLabels',
  'aliases',
  'label',
  'name',
  'contextualTitle',
  'contents',
  'altText',
]);
const OWN_NAME = 'Touchstone';

function readJson(file: string): Json {
  return asJson(JSON.parse(readFileSync(file, 'utf8')));
}

function asJson(value: unknown): Json {
  return (value ?? {}) as Json;
}

function asList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(asJson) : [];
}

/** Every text in a part of the manifest, with the name of what it is. */
function textsIn(value: unknown, name = ''): readonly (readonly [name: string, text: string])[] {
  if (typeof value === 'string') return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, key));
}

const commands = asList(contributes.commands).map(({ command }) => String(command));

describe('the manifest', () => {
  it('has every text that is shown in a file of its own, for translators', () => {
    const shown = textsIn(contributes).filter(([name]) => SHOWN.has(name));
    const plain = shown.filter(([, text]) => text !== OWN_NAME && !/^%[\w.]+%$/.test(text));
    assert.deepEqual(plain, []);
    assert.ok(shown.length > 20, 'The texts were not found.');
  });

  it('uses every text of that file, and no other', () => {
    const used = textsIn(contributes).flatMap(([, text]) => /^%([\w.]+)%$/.exec(text)?.[1] ?? []);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it('has no translation with other keys', () => {
    for (const file of readdirSync('.').filter((name) => /^package\.nls\.[\w-]+\.json$/.test(name))) {
      const unknown = Object.keys(readJson(file)).filter((key) => texts[key] === undefined);
      assert.deepEqual(unknown, [], file);
    }
  });

  it('has all commands under one name', () => {
    const others = asList(contributes.commands).filter(({ category }) => category !== OWN_NAME);
    assert.deepEqual(others, []);
  });

  it('has fewer than twelve settings, in order, each explained', () => {
    const { properties } = asJson(contributes.configuration);
    const settings = Object.values(asJson(properties)).map(asJson);
    assert.ok(settings.length > 0 && settings.length < 12, `${settings.length} settings`);
    assert.equal(new Set(settings.map(({ order }) => order)).size, settings.length);
    for (const { markdownDescription } of settings) {
      const text = texts[String(markdownDescription).slice(1, -1)];
      assert.match(String(text), /^[A-Z].{40,}\.$/s);
    }
  });

  it('names only commands that there are, or VS Code has', () => {
    const menus = Object.values(asJson(contributes.menus)).flatMap(asList);
    const keys = asList(contributes.keybindings);
    const named = [...menus, ...keys].map(({ command }) => String(command));
    const welcome = textsIn(texts).flatMap(([, text]) => [...text.matchAll(/\(command:([\w.]+)/g)]);
    const ours = [...named, ...welcome.map(([, command = '']) => command)].filter((name) =>
      name.startsWith('touchstone.'),
    );
    assert.deepEqual(
      ours.filter((name) => !commands.includes(name) && !/^touchstone\.\w+\.focus$/.test(name)),
      [],
    );
  });

  it('names only files that there are', () => {
    const files = textsIn(contributes).filter(([name]) => /^(?:icon|path|svg|markdown|image)$/.test(name));
    const missing = files.filter(([, file]) => !file.startsWith('$(') && !existsSync(path.join('.', file)));
    assert.deepEqual(missing, []);
  });

  it('pictures its walkthrough without styles, which VS Code does not let through', () => {
    const pictures = textsIn(contributes).filter(([name]) => name === 'svg');
    assert.ok(pictures.length > 3);
    const styled = pictures.filter(([, file]) =>
      /<style|\s(?:style|class)=/.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(styled, []);
  });
});
