import type { CallContext } from "../../../callContext.ts";
import type { AccessKey } from "../credentials/accessKey.ts";
import type { SigningCertificate } from "../credentials/signingCertificate.ts";
import type { User } from "../users/user.ts";
import type { PasswordPolicy } from "./passwordPolicy.ts";

/** Source: IAM User Guide, "Get credential reports for your AWS account", as is what the columns hold. */
const columns = [
  "user",
  "arn",
  "user_creation_time",
  "password_enabled",
  "password_last_used",
  "password_last_changed",
  "password_next_rotation",
  "mfa_active",
  ...[1, 2].flatMap((number) => [
    `access_key_${number}_active`,
    `access_key_${number}_last_rotated`,
    `access_key_${number}_last_used_date`,
    `access_key_${number}_last_used_region`,
    `access_key_${number}_last_used_service`,
  ]),
  ...[1, 2].flatMap((number) => [`cert_${number}_active`, `cert_${number}_last_rotated`]),
];

const notApplicable = "N/A";
const day = 24 * 60 * 60 * 1000;

/** The credential report of an account: a row for the root user and one for each user, by name. */
export function credentialReportCsv({ account, accountId }: CallContext): string {
  const { users, passwordPolicy } = account.iam;
  const rows = users.below().map((user) => userRow(user, passwordPolicy));
  return [columns, rootRow(accountId), ...rows].map((cells) => cells.join(",")).join("\n");
}

/** Nothing is kept of the root user of an embedded account, not even when it came to be. */
function rootRow(accountId: string): string[] {
  const password = ["not_supported", "no_information", "not_supported", "not_supported"];
  return [
    "<root_account>",
    `arn:aws:iam::${accountId}:root`,
    "no_information",
    ...password,
    "false",
    ...accessKeyCells(undefined),
    ...accessKeyCells(undefined),
    ...certificateCells(undefined),
    ...certificateCells(undefined),
  ];
}

function userRow(user: User, policy: PasswordPolicy | undefined): string[] {
  const [firstKey, secondKey] = user.accessKeys.values();
  const [firstCertificate, secondCertificate] = user.signingCertificates.values();
  return [
    user.name,
    user.arn,
    iso(user.createdAt),
    ...passwordCells(user, policy),
    String(user.mfaDevices.size > 0),
    ...accessKeyCells(firstKey),
    ...accessKeyCells(secondKey),
    ...certificateCells(firstCertificate),
    ...certificateCells(secondCertificate),
  ];
}

/** There is no console here that a password could be used in: `no_information` is what AWS says of one never used. */
function passwordCells({ loginProfile }: User, policy: PasswordPolicy | undefined): string[] {
  if (!loginProfile) return ["false", notApplicable, notApplicable, notApplicable];
  const { changedAt } = loginProfile;
  const age = policy?.MaxPasswordAge;
  const nextRotation = age === undefined ? notApplicable : iso(new Date(changedAt.getTime() + age * day));
  return ["true", "no_information", iso(changedAt), nextRotation];
}

function accessKeyCells(key: AccessKey | undefined): string[] {
  if (!key) return ["false", notApplicable, notApplicable, notApplicable, notApplicable];
  const { at, region, service } = key.lastUsed ?? {};
  return [
    String(key.active),
    iso(key.createdAt),
    at ? iso(at) : notApplicable,
    region ?? notApplicable,
    service ?? notApplicable,
  ];
}

function certificateCells(certificate: SigningCertificate | undefined): string[] {
  return certificate ? [String(certificate.active), iso(certificate.uploadedAt)] : ["false", notApplicable];
}

/** For example `2026-11-25T02:13:46+00:00`. */
function iso(date: Date): string {
  return `${date.toISOString().slice(0, 19)}+00:00`;
}
