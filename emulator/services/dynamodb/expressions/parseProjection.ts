import type { DocumentPath } from "./documentPath.ts";
import { OverlappingPaths } from "./overlappingPaths.ts";
import { parsePath } from "./parsePath.ts";
import type { Placeholders } from "./placeholders.ts";
import { Problems } from "./problems.ts";
import { TokenStream } from "./tokenStream.ts";

/**
 * Parses a projection: paths with commas between them. Throws ExpressionError.
 * Source of the grammar: DynamoDB Developer Guide, "Using projection expressions in DynamoDB".
 */
export function parseProjection(expression: string, placeholders: Placeholders): DocumentPath[] {
  const tokens = new TokenStream(expression);
  const problems = new Problems(["reserved", "attributeName", "pathOverlap", "pathConflict"]);
  const paths: DocumentPath[] = [];
  do paths.push(parsePath(tokens, placeholders, problems, []));
  while (tokens.takeIfSymbol(","));
  tokens.expectEnd();
  const overlapping = new OverlappingPaths(problems);
  for (const path of paths) overlapping.add(path);
  problems.throwGravest();
  return paths;
}
