import { partText } from '../office/package.ts';
import { child, readXml } from '../office/xml.ts';
import type { WordPackage } from './package.ts';

/** What the author should know before opening the file again, in sentences: how the document is protected. */
export async function protectionOf({ zip, relationships }: WordPackage): Promise<readonly string[]> {
  const settings = relationships.find(({ type, external }) => type === 'settings' && !external);
  const read = readXml(settings === undefined ? '' : ((await partText(zip, settings.target)) ?? ''));
  if (!read.ok) return [];
  const edit = child(read.root, 'w:documentProtection')?.attributes ?? {};
  const write = child(read.root, 'w:writeProtection');
  const enforced = isOn(edit['w:enforcement'] ?? '0') && edit['w:edit'] !== 'none';
  return [
    ...(enforced ? [ALLOWED[edit['w:edit'] ?? ''] ?? PROTECTED] : []),
    ...(write === undefined
      ? []
      : ['The document asks to be opened for reading only. Say no to that in Word to work on it.']),
  ];
}

const PROTECTED =
  'The document is protected against editing. The comments are written all the same; to mend what they say, end the protection in Word first.';

const ALLOWED: Readonly<Record<string, string>> = {
  trackedChanges:
    'The document is protected so that Word tracks every change; the comments are written all the same.',
  comments:
    'The document is protected so that only comments can be put in. To mend what they say, end the protection in Word first.',
};

function isOn(value: string): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** Whether the file is signed: any change would make the signature void. */
export function isSigned({ zip }: WordPackage): boolean {
  return zip.names.some((name) => name.startsWith('_xmlsignatures/') && name.endsWith('.xml'));
}
