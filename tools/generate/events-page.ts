import { allEvents, eventSpec, type Manifest, schemaOf, streamOf } from '#contracts';

interface PropertySchema {
  description: string;
  type?: string;
  format?: string;
  enum?: string[];
  items?: { title?: string; type?: string };
  title?: string;
}

const typeOf = (p: PropertySchema): string =>
  p.enum
    ? p.enum.map((v) => `\`${v}\``).join(' \\| ')
    : p.type === 'array'
      ? `list of ${p.items?.title ?? p.items?.type}`
      : (p.title ?? p.format ?? p.type ?? 'object');

/** docs/events.md: who publishes what, who reads it, and every field; from the manifests and contracts. */
export function eventsPage(manifests: Manifest[]): string {
  const readers = (subject: string, by: string) =>
    manifests
      .filter((m) => (m.consumes === 'every' ? m.service !== by : m.consumes.some((c) => eventSpec(c).subject === subject)))
      .map((m) => m.service);
  const published = allEvents().filter((e) => manifests.some((m) => m.publishes.includes(e.contract)));
  const lines = [
    '# Events',
    '',
    'Generated from the contracts and manifests by `npm run generate`; `npm run check` refuses a stale copy. Every event carries its seller, key, version, actor,',
    'correlation id, time and `traceparent` in its headers. Delivery is at least once and in any order; readers keep the newest version.',
    '',
    '| service | for what | publishes | reads |',
    '| --- | --- | --- | --- |',
    ...manifests.map(
      (m) =>
        `| ${m.service} | ${m.says} | ${m.publishes.map((c) => `\`${eventSpec(c).subject}\``).join(', ') || '–'} | ${
          m.consumes === 'every'
            ? 'every event of the others'
            : m.consumes.map((c) => `\`${eventSpec(c).subject}\``).join(', ') || '–'
        } |`,
    ),
    '',
  ];
  for (const spec of published) {
    const schema = schemaOf(spec.contract) as { properties: Record<string, PropertySchema>; required: string[] };
    lines.push(
      `## ${spec.subject}`,
      '',
      spec.says,
      '',
      `Contract \`${spec.contract.name}\`, version ${spec.version}, stream \`${streamOf(spec.by)}\`, published by ${spec.by}, read by ${readers(spec.subject, spec.by).join(', ') || 'nobody'}.`,
      '',
      '| field | type | meaning |',
      '| --- | --- | --- |',
      ...Object.entries(schema.properties).map(
        ([name, p]) => `| \`${name}\`${schema.required.includes(name) ? '' : ' (optional)'} | ${typeOf(p)} | ${p.description} |`,
      ),
      '',
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
