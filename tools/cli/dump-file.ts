import { spawnSync } from 'node:child_process';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { CliError } from './errors.js';

/** What an export holds, read from the file itself. */
export interface DumpFile {
  format: 'plain' | 'custom';
  /** It makes the schemas; otherwise it is an export of single tables. */
  makesSchemas: boolean;
  makesTables: boolean;
}

/** Looks into an export. @param pgRestore path of pg_restore, to read the table of contents of a custom one @throws CliError when it is none */
export async function readDumpFile(file: string, pgRestore: () => string): Promise<DumpFile> {
  const head = firstBytes(file, 5);
  if (head === 'PGDMP') {
    const { status, stdout, stderr } = spawnSync(pgRestore(), ['--list', file], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 ** 2,
    });
    if (status !== 0) throw new CliError(`${file} cannot be read: ${stderr.trim()}`);
    return { format: 'custom', makesSchemas: / SCHEMA - /.test(stdout), makesTables: / TABLE (?!DATA)/.test(stdout) };
  }
  const found: DumpFile = { format: 'plain', makesSchemas: false, makesTables: false };
  let isDump = false;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    isDump ||= line.startsWith('-- PostgreSQL database dump');
    found.makesSchemas ||= line.startsWith('CREATE SCHEMA ');
    found.makesTables ||= line.startsWith('CREATE TABLE ');
    // pg_dump writes schemas before tables, and tables before rows.
    if (found.makesTables || line.startsWith('COPY ') || line.startsWith('INSERT INTO ')) break;
  }
  if (!isDump) throw new CliError(`${file} is not an export made by pg_dump.`);
  return found;
}

function firstBytes(file: string, count: number): string {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    throw new CliError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  try {
    const buffer = Buffer.alloc(count);
    readSync(descriptor, buffer, 0, count, 0);
    return buffer.toString('latin1');
  } finally {
    closeSync(descriptor);
  }
}
