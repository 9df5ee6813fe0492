/** Mistakes that change nobody's access, by what they are called in every scenario, and why. */
export const harmless: Readonly<Record<string, string>> = {
  'aws:kms, policy: "Allow attachment of persistent resources" allows every action':
    "its condition holds for calls about grants alone, and those it allows anyway (KMS Developer Guide, kms:GrantIsForAWSResource)",
};
