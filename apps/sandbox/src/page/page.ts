export const PAGE = 'x';
