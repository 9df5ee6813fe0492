import type { Operation } from "../../../operation.ts";
import { addClientIDToOpenIDConnectProvider } from "../operations/addClientIDToOpenIDConnectProvider.ts";
import { createOpenIDConnectProvider } from "../operations/createOpenIDConnectProvider.ts";
import { createSAMLProvider } from "../operations/createSAMLProvider.ts";
import { deleteOpenIDConnectProvider } from "../operations/deleteOpenIDConnectProvider.ts";
import { deleteSAMLProvider } from "../operations/deleteSAMLProvider.ts";
import { getOpenIDConnectProvider } from "../operations/getOpenIDConnectProvider.ts";
import { getSAMLProvider } from "../operations/getSAMLProvider.ts";
import { listOpenIDConnectProviders } from "../operations/listOpenIDConnectProviders.ts";
import { listOpenIDConnectProviderTags } from "../operations/listOpenIDConnectProviderTags.ts";
import { listSAMLProviders } from "../operations/listSAMLProviders.ts";
import { listSAMLProviderTags } from "../operations/listSAMLProviderTags.ts";
import { removeClientIDFromOpenIDConnectProvider } from "../operations/removeClientIDFromOpenIDConnectProvider.ts";
import { tagOpenIDConnectProvider } from "../operations/tagOpenIDConnectProvider.ts";
import { tagSAMLProvider } from "../operations/tagSAMLProvider.ts";
import { untagOpenIDConnectProvider } from "../operations/untagOpenIDConnectProvider.ts";
import { untagSAMLProvider } from "../operations/untagSAMLProvider.ts";
import { updateOpenIDConnectProviderThumbprint } from "../operations/updateOpenIDConnectProviderThumbprint.ts";
import { updateSAMLProvider } from "../operations/updateSAMLProvider.ts";

/** What can be done with identity providers. */
export const providerOperations: readonly Operation<unknown, object>[] = [
  tagOpenIDConnectProvider,
  untagOpenIDConnectProvider,
  listOpenIDConnectProviderTags,
  tagSAMLProvider,
  untagSAMLProvider,
  listSAMLProviderTags,
  createOpenIDConnectProvider,
  getOpenIDConnectProvider,
  listOpenIDConnectProviders,
  deleteOpenIDConnectProvider,
  addClientIDToOpenIDConnectProvider,
  removeClientIDFromOpenIDConnectProvider,
  updateOpenIDConnectProviderThumbprint,
  createSAMLProvider,
  getSAMLProvider,
  updateSAMLProvider,
  deleteSAMLProvider,
  listSAMLProviders,
];
