import { EMPTY, encodePath, signed } from './sigv4.js';

/** The examples of AWS: « Signature Calculations for the Authorization Header », https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
const AWS = {
  region: 'us-east-1',
  accessKey: 'AKIAIOSFODNN7EXAMPLE',
  secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const NOON = new Date('2013-05-24T00:00:00.000Z');
const host = 'examplebucket.s3.amazonaws.com';

const examples: [what: string, request: Omit<Parameters<typeof signed>[0], 'host'>, signature: string][] = [
  [
    'a part of a file',
    { method: 'GET', path: '/test.txt', headers: { Range: 'bytes=0-9' }, payload: EMPTY },
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'a file that is put, with a sign in its name',
    {
      method: 'PUT',
      path: encodePath('/test$file.text'),
      headers: { Date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
      payload: '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
    },
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  ],
  [
    'a question without a value',
    { method: 'GET', path: '/', query: { lifecycle: '' }, payload: EMPTY },
    'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  ],
  [
    'a question with two values',
    { method: 'GET', path: '/', query: { prefix: 'J', 'max-keys': '2' }, payload: EMPTY },
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  ],
];

describe('the signature of a request to S3', () => {
  it.each(examples)("is AWS's own for %s", (_what, request, signature) => {
    const headers = signed({ ...request, host }, AWS, NOON);
    expect(headers['authorization']).toContain(`Signature=${signature}`);
    expect(headers['x-amz-date']).toBe('20130524T000000Z');
  });
});
