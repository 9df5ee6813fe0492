import { ServiceModel } from "../../../emulator/protocols/serviceModel.ts";

const everything = {
  Text: { shape: "Text" },
  Flag: { shape: "Flag" },
  Small: { shape: "Small" },
  Large: { shape: "Large" },
  Ratio: { shape: "Ratio" },
  When: { shape: "When" },
  Bytes: { shape: "Bytes" },
  Names: { shape: "Names" },
  Inner: { shape: "Everything" },
  Items: { shape: "Items" },
  Pairs: { shape: "Pairs" },
};

const shapes = {
  Everything: { type: "structure", members: everything },
  Text: { type: "string" },
  Flag: { type: "boolean" },
  Small: { type: "integer" },
  Large: { type: "long" },
  Ratio: { type: "double" },
  When: { type: "timestamp" },
  Bytes: { type: "blob" },
  Names: { type: "list", member: { shape: "Text" } },
  Items: { type: "list", member: { shape: "Everything", locationName: "item" } },
  Pairs: { type: "map", key: { shape: "Text" }, value: { shape: "Text" } },
  NotFound: { type: "structure", members: { Message: { shape: "Text" } } },
};

/** A model of one operation that has every type of shape; its errors spell their message `Message`. */
export function exampleModel(protocol: "json" | "query"): ServiceModel {
  const operation = {
    input: { shape: "Everything" },
    output: { shape: "Everything", resultWrapper: "EchoResult" },
    errors: [{ shape: "NotFound" }],
  };
  const metadata = { apiVersion: "2020-01-01", protocol, jsonVersion: "1.0", xmlNamespace: "https://example.com/" };
  return new ServiceModel(JSON.stringify({ metadata, operations: { Echo: operation, Silent: {} }, shapes }));
}
