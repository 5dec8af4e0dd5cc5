import { connectionOf } from "../connection/connection-type.ts";
import { RelationshipType } from "./relationship.type.ts";

/** Relationships of any kind. */
export const RelationshipConnection = connectionOf("Relationship", () => RelationshipType);
