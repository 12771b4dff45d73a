import { createHash } from 'node:crypto';

/** A PDF whose only page has a packed content. */
export function withContent(content: string, filter: string): Uint8Array {
  return pageOf(content, '', `/Filter ${filter}`);
}

/** A PDF with one page of that content; `more` goes into the page. */
export function pageOf(content: string, more: string, stream = '', trailer = ''): Uint8Array {
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
  const bodies = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F0 ${font}>>>>/Contents 4 0 R${more}>>`,
    `<</Length ${content.length}${stream}>>\nstream\n${content}\nendstream`,
  ];
  const objects = bodies.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${objects}trailer\n<</Root 1 0 R${trailer}>>\n%%EOF\n`, 'latin1');
}

const PADDING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');

/** A PDF that is encrypted as the oldest ones are, which opens with that password. */
export function encrypted(password: string, text: string): Uint8Array {
  const id = Buffer.alloc(16, 7);
  const owner = Buffer.alloc(32, 9);
  const padded = Buffer.concat([Buffer.from(password), PADDING]).subarray(0, 32);
  const allowed = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(Buffer.concat([padded, owner, allowed, id])).subarray(0, 5);
  const ofContent = md5(Buffer.concat([key, Buffer.from([4, 0, 0, 0, 0])])).subarray(0, 10);
  const content = rc4(ofContent, Buffer.from(`BT /F0 11 Tf 70 700 Td (${text}) Tj ET`)).toString('latin1');
  const [o, u, i] = [owner, rc4(key, PADDING), id].map((bytes) => bytes.toString('hex'));
  return pageOf(
    content,
    '',
    '',
    `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${o}>/U<${u}>>>/ID[<${i}><${i}>]`,
  );
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
