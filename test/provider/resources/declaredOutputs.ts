import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { isList, isProperties, reveal, toValue, type Value } from "../../../provider/values.ts";

const official = join(createRequire(import.meta.url).resolve("@pulumi/aws/package.json"), "..");
const sources = new Map<string, ts.SourceFile>();

/** Reads what a program is promised: the declarations of `@pulumi/aws` as they are installed, e.g. `kms/key.d.ts`. */
function sourceOf(...path: string[]): ts.SourceFile {
  const file = join(official, ...path);
  const source = sources.get(file) ?? ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  sources.set(file, source);
  return source;
}

/** The outputs that a resource type declares, in the class of the token `aws:kms/key:Key`, each with its declared type. */
function outputsOf(token: string): ReadonlyMap<string, ts.TypeNode> {
  const [, module = "", name = ""] = token.split(":");
  const declared = sourceOf(`${module}.d.ts`).statements.find(
    (statement) => ts.isClassDeclaration(statement) && statement.name?.text === name,
  );
  if (declared === undefined || !ts.isClassDeclaration(declared)) throw new Error(`${module}.d.ts declares no ${name}`);
  const outputs = new Map<string, ts.TypeNode>();
  for (const member of declared.members) {
    if (!ts.isPropertyDeclaration(member) || !ts.isIdentifier(member.name) || member.type === undefined) continue;
    const [output] = ts.isTypeReferenceNode(member.type) ? (member.type.typeArguments ?? []) : [];
    if (output !== undefined) outputs.set(member.name.text, output);
  }
  return outputs;
}

/** The members of `outputs.kms.GrantConstraint`, which `types/output.d.ts` declares in a namespace. */
function membersOf(reference: ts.TypeReferenceNode): readonly ts.PropertySignature[] {
  const { typeName } = reference;
  // Assets, archives and the like are Pulumi's own.
  if (!ts.isQualifiedName(typeName) || !ts.isQualifiedName(typeName.left)) return [];
  if (!ts.isIdentifier(typeName.left.left) || typeName.left.left.text !== "outputs") return [];
  const [namespace, name] = [typeName.left.right.text, typeName.right.text];
  for (const statement of sourceOf("types", "output.d.ts").statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== namespace) continue;
    const statements = statement.body && ts.isModuleBlock(statement.body) ? statement.body.statements : [];
    const found = statements.find((inner) => ts.isInterfaceDeclaration(inner) && inner.name.text === name);
    if (found && ts.isInterfaceDeclaration(found))
      return found.members.filter((member) => ts.isPropertySignature(member));
  }
  throw new Error(`types/output.d.ts declares no ${namespace}.${name}`);
}

/**
 * The outputs that are declared as always present and are not, as paths such as `constraints[].encryptionContextEquals`.
 *
 * @param state what the provider recorded of a resource of that type.
 */
export function missingOutputs(token: string, state: Readonly<Record<string, Value>>): string[] {
  const missing = [...outputsOf(token)].flatMap(([name, type]) => missingIn(type, state[name], name));
  return [...new Set(missing)].sort();
}

function missingIn(type: ts.TypeNode, given: Value | undefined, path: string): string[] {
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  const value = given === undefined ? undefined : toValue(reveal(given));
  if (value === undefined) return parts.some(({ kind }) => kind === ts.SyntaxKind.UndefinedKeyword) ? [] : [path];
  return parts.flatMap((part) => {
    if (ts.isArrayTypeNode(part) && isList(value)) {
      return value.flatMap((item) => missingIn(part.elementType, item, `${path}[]`));
    }
    if (!ts.isTypeReferenceNode(part) || !isProperties(value)) return [];
    return membersOf(part).flatMap(({ name, type: kind, questionToken }) => {
      if (kind === undefined || !ts.isIdentifier(name)) return [];
      const member = value[name.text];
      return questionToken && member === undefined ? [] : missingIn(kind, member, `${path}.${name.text}`);
    });
  });
}
