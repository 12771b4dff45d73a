import fc from 'fast-check';

/** Words with what is special in XML, in Word and in UTF-16. */
const words = fc
  .array(
    fc.constantFrom('good', '12', '&amp;', 'half-year', '&#x1F600;', 'é', '<![CDATA[a<b]]>', '  ', '\u00a0'),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(' '));

const text = fc
  .tuple(words, fc.constantFrom('', ' xml:space="preserve"'))
  .map(([inside, space]) => `<w:t${space}>${inside}</w:t>`);

const item = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.constantFrom('<w:tab/>', '<w:br/>', '<w:noBreakHyphen/>', '<w:lastRenderedPageBreak/>', '<w:t/>'),
);

const look = fc.constantFrom('', '<w:rPr/>', '<w:rPr><w:b/></w:rPr>', '<w:rPr><w:i w:val="0"/></w:rPr>');

const run = fc
  .tuple(fc.constantFrom('<w:r>', '<w:r w:rsidR="00A1">'), look, fc.array(item, { maxLength: 3 }))
  .map(([start, properties, items]) => `${start}${properties}${items.join('')}</w:r>`);

const box = run.map(
  (inside) => `<w:r><w:pict><w:txbxContent><w:p>${inside}</w:p></w:txbxContent></w:pict></w:r>`,
);

const around: readonly ((inside: string) => string)[] = [
  (inside) => `<w:hyperlink r:id="rId9">${inside}</w:hyperlink>`,
  (inside) => `<w:ins w:id="90" w:author="Head">${inside}</w:ins>`,
  (inside) => `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`,
  (inside) => `<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`,
  (inside) => `<w:smartTag>${inside}</w:smartTag>`,
  () => '<w:del w:id="91" w:author="Head"><w:r><w:delText>gone</w:delText></w:r></w:del>',
  () => '<w:r><w:footnoteReference w:id="2"/></w:r>',
  () => '<w:bookmarkStart w:id="7" w:name="x"/><w:bookmarkEnd w:id="7"/>',
];

const inline = fc.oneof(
  { weight: 5, arbitrary: run },
  { weight: 1, arbitrary: box },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...around), run).map(([wrap, inside]) => wrap(inside)) },
);

const paragraph = fc.array(inline, { maxLength: 4 }).map((parts) => `<w:p>${parts.join('')}</w:p>`);

const table = fc
  .array(paragraph, { minLength: 1, maxLength: 3 })
  .map((cells) => `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`);

/** The body of a document, whatever may stand in one. */
export const anyBody = fc
  .array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: table }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((blocks) => blocks.join(''));

/** Places in a text as shares of its length: some empty, some one in the other. */
export const anyPlaces = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.5, noNaN: true })),
  {
    minLength: 1,
    maxLength: 6,
  },
);
