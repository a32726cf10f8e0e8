import { pageOfTimedRows, pageRequest, timedPageRequest } from '#database';

const ID = '0193f0a0-0000-7000-8000-000000000001';
const AT = '2026-11-23T08:00:00.123456Z';
const rows = [
  { at: AT, id: ID },
  { at: '2026-11-23T07:00:00.000000Z', id: ID },
];
const cursorOf = (text: string) => Buffer.from(text).toString('base64url');

describe('the cursor of a list ordered by time', () => {
  it('gives back the time to the microsecond and the id', () => {
    const { nextCursor } = pageOfTimedRows(
      rows,
      1,
      (row) => row.id,
      (row) => row,
    );
    expect(timedPageRequest({ cursor: nextCursor })).toEqual({ limit: 50, after: { at: AT, id: ID } });
  });

  it('is absent on the last page', () => {
    const page = pageOfTimedRows(
      rows,
      2,
      (row) => row.id,
      (row) => row,
    );
    expect(page).toEqual({ items: [ID, ID] });
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['a cursor of another list', cursorOf(ID)],
    ['a time that is none', cursorOf(`2026-13-45T99:00:00.000000Z|${ID}`)],
    ['a day that is none', cursorOf(`2026-02-31T00:00:00.000000Z|${ID}`)],
    ['SQL', cursorOf(`${AT}|${ID}'; drop table conversations`)],
  ])('is refused when it is %s', (_what, cursor) => {
    expect(() => timedPageRequest({ cursor })).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }));
  });

  it('is refused by a list ordered by id', () => {
    expect(() => pageRequest({ cursor: cursorOf(`${AT}|${ID}`) })).toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED' }),
    );
  });
});
