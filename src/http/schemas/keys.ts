import { z } from '@hono/zod-openapi';
import { ROLES, SCOPE_NAMES } from '../../lib/scopes.ts';
import { DEFAULT_EXPIRY_DAYS } from '../../services/access/keys/create-key.ts';
import { MAX_GRACE_HOURS } from '../../services/access/keys/rotate-key.ts';
import { EXAMPLE_KEY_ID, omissible } from './examples.ts';
import { page, pageQuery } from './paging.ts';
import { integerParam } from './parameters.ts';
import { filledText, nameText } from './text.ts';

const MAX_DAYS = 365;
const days = () => z.int().min(1).max(MAX_DAYS);

export const KeyPath = z.object({
  id: z
    .string()
    .regex(/^[0-9A-Za-z]{12}$/, { message: 'must be the 12 characters after bl_<environment>_' })
    .openapi({
      param: { name: 'id', in: 'path' },
      description: 'The id of a key: the 12 characters after `bl_<environment>_`',
      example: EXAMPLE_KEY_ID,
    }),
});

export const KeyListQuery = z.strictObject({
  ...pageQuery,
  expiring_within_days: integerParam({ min: 1, max: MAX_DAYS })
    .optional()
    .openapi(omissible('Only keys that work and expire within so many days', 14)),
});

export const CreateKeyBody = z
  .strictObject({
    name: nameText(100).openapi({
      description: 'Who or what the key is for, in one line',
      example: 'nightly export',
    }),
    role: z.enum(ROLES).openapi({ description: 'What the key may do', example: 'reader' }),
    expires_in_days: days().default(DEFAULT_EXPIRY_DAYS),
    requests_per_minute: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .openapi({ description: 'A limit of its own; that of its role if absent' }),
  })
  .openapi({ example: { name: 'nightly export', role: 'reader', expires_in_days: DEFAULT_EXPIRY_DAYS } });

export const RotateKeyBody = z
  .strictObject({
    grace_hours: z
      .number()
      .min(0)
      .max(MAX_GRACE_HOURS)
      .openapi({ description: 'For how long both keys work; the old one never beyond its own expiry' }),
    expires_in_days: days().default(DEFAULT_EXPIRY_DAYS),
    expiring_within_days: days()
      .optional()
      .openapi({ description: 'Only if the key expires within so many days; otherwise 409' }),
  })
  .openapi({ example: { grace_hours: MAX_GRACE_HOURS } });

export const KeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    scopes: z.array(z.enum(SCOPE_NAMES)).readonly(),
    status: z
      .enum(['active', 'in_grace', 'replaced', 'expired', 'revoked'])
      .openapi({ description: '`in_grace`: replaced and still working; `replaced`: past its grace' }),
    requests_per_minute: z.int().nullable(),
    created_at: z.string(),
    created_by: z.string(),
    expires_at: z.string(),
    last_used_at: z.string().nullable().openapi({ description: 'To about half a minute' }),
    revoked_at: z.string().nullable(),
    replaced_by: z.string().nullable(),
    grace_until: z.string().nullable(),
  })
  .openapi('ApiKey');

const secret = z.string().openapi({ description: 'The key itself. It is shown here and never again' });

export const NewKeySchema = z.object({ key: KeySchema, secret }).openapi('NewApiKey');
export const RotatedKeySchema = NewKeySchema.extend({ replaced: KeySchema }).openapi('RotatedApiKey');
export const KeyPageSchema = page(KeySchema).openapi('ApiKeyPage');

export const AuditQuery = z.strictObject({
  ...pageQuery,
  actor: filledText(1, 100)
    .optional()
    .openapi(omissible('Only writes of this actor: `key:` and an id, `operator`, `anonymous`', 'operator')),
  action: filledText(1, 100).optional().openapi(omissible('Only this operation', 'createKey')),
});

export const AuditPageSchema = page(
  z
    .object({
      id: z.int(),
      actor: z.string(),
      action: z.string(),
      subject: z.string().nullable(),
      result: z.string().openapi({ description: '`done`, or the code of the problem' }),
      request_id: z.string().nullable(),
      address_hash: z
        .string()
        .nullable()
        .openapi({ description: 'The same for one address on one day; says nothing after a week' }),
      created_at: z.string(),
    })
    .openapi('AuditEntry'),
).openapi('AuditPage');
