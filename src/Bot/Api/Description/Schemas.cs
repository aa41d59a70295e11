namespace Bot.Api.Description;

/// <summary>The shapes of the contract's page as JSON Schema, beside those that are made from the calculators' declarations.</summary>
internal static class Schemas
{
    internal const string Json = """
    {
      "Validity": { "type": ["object", "null"], "required": ["status", "note"], "properties": {
        "status": { "enum": ["in-force", "unclear", "expired", "not-yet"] }, "note": { "type": "string" } } },
      "Citation": { "type": "object", "required": ["clause", "document", "heading", "quote", "validity"], "properties": {
        "clause": { "type": "string" }, "document": { "type": "string" }, "heading": { "type": "string" }, "quote": { "type": "string" },
        "validity": { "$ref": "#/components/schemas/Validity" } } },
      "NamedAmount": { "type": "object", "required": ["name", "amount"], "properties": {
        "name": { "type": "string" }, "amount": { "type": "number" } } },
      "Share": { "type": "object", "required": ["payer", "amount"], "properties": {
        "payer": { "type": "string" }, "amount": { "type": "number" } } },
      "Step": { "type": "object", "required": ["text", "value", "clause", "quote"], "properties": {
        "text": { "type": "string" }, "value": { "type": ["number", "null"] }, "clause": { "type": "string" }, "quote": { "type": "string" } } },
      "Unmet": { "type": "object", "required": ["condition", "field", "clause", "quote"], "properties": {
        "condition": { "type": "string" }, "field": { "type": "string" }, "gap": { "type": "number" },
        "clause": { "type": "string" }, "quote": { "type": "string" } } },
      "Reading": { "type": "object", "required": ["reading", "amount", "clause", "quote"], "properties": {
        "reading": { "type": "string" }, "amount": { "type": "number" }, "clause": { "type": "string" }, "quote": { "type": "string" } } },
      "NextTier": { "type": "object", "required": ["field", "needed", "amount", "text"], "properties": {
        "field": { "type": "string" }, "needed": { "type": "number" }, "amount": { "type": "number" }, "text": { "type": "string" } } },
      "Award": { "type": "object",
        "required": ["calculator", "eligible", "amount", "isCeiling", "shares", "steps", "unmet", "caveats", "citations", "validity"],
        "properties": {
          "calculator": { "type": "string" }, "eligible": { "type": "boolean" }, "nearlyMet": { "type": "boolean" },
          "amount": { "type": "number" }, "isCeiling": { "type": "boolean" },
          "firstYearCeiling": { "type": "number" }, "remainder": { "type": "number" }, "places": { "type": "integer" },
          "shares": { "type": "array", "items": { "$ref": "#/components/schemas/Share" } },
          "steps": { "type": "array", "items": { "$ref": "#/components/schemas/Step" } },
          "unmet": { "type": "array", "items": { "$ref": "#/components/schemas/Unmet" } },
          "caveats": { "type": "array", "items": { "type": "string" } },
          "notStacked": { "type": "array", "items": { "$ref": "#/components/schemas/NamedAmount" } },
          "readings": { "type": "array", "items": { "$ref": "#/components/schemas/Reading" } },
          "next": { "$ref": "#/components/schemas/NextTier" },
          "citations": { "type": "array", "items": { "$ref": "#/components/schemas/Citation" } },
          "validity": { "$ref": "#/components/schemas/Validity" } } },
      "Answer": { "type": "object",
        "required": ["answerId", "conversationId", "kind", "text", "citations", "awards", "missing", "suggestions", "validity", "generated"],
        "properties": {
          "answerId": { "type": "string" }, "conversationId": { "type": "string" },
          "kind": { "enum": ["award", "clause", "summary", "clarify", "refuse", "smalltalk"] }, "text": { "type": "string" },
          "citations": { "type": "array", "items": { "$ref": "#/components/schemas/Citation" } },
          "awards": { "type": "array", "items": { "$ref": "#/components/schemas/Award" } },
          "missing": { "type": "array", "items": { "type": "string" } },
          "suggestions": { "type": "array", "items": { "type": "string" } },
          "validity": { "$ref": "#/components/schemas/Validity" }, "generated": { "type": "boolean" } } },
      "Screening": { "type": "object", "required": ["awards", "undecided", "total", "caveats"], "properties": {
        "awards": { "type": "array", "items": { "$ref": "#/components/schemas/Award" } },
        "undecided": { "type": "array", "items": { "type": "object", "required": ["calculator", "missing"], "properties": {
          "calculator": { "type": "string" }, "missing": { "type": "array", "items": { "type": "string" } } } } },
        "total": { "type": "number" }, "caveats": { "type": "array", "items": { "type": "string" } } } },
      "Calculators": { "type": "object", "required": ["calculators"], "properties": { "calculators": { "type": "array", "items": {
        "type": "object", "required": ["name", "clause", "title", "input"], "properties": {
          "name": { "type": "string" }, "clause": { "type": "string" }, "title": { "type": "string" }, "input": { "type": "object" } } } } } },
      "Documents": { "type": "object", "required": ["documents"], "properties": { "documents": { "type": "array", "items": {
        "type": "object", "required": ["document", "title", "number", "issuer", "issued", "validity", "clauses"], "properties": {
          "document": { "type": "string" }, "title": { "type": "string" }, "number": { "type": ["string", "null"] },
          "issuer": { "type": "string" }, "issued": { "type": "string", "format": "date" },
          "validity": { "$ref": "#/components/schemas/Validity" },
          "clauses": { "type": "array", "items": { "type": "object", "required": ["clause", "number", "heading", "parent"], "properties": {
            "clause": { "type": "string" }, "number": { "type": "string" }, "heading": { "type": "string" },
            "parent": { "type": ["string", "null"] } } } } } } } } },
      "Clause": { "type": "object", "required": ["clause", "document", "heading", "text", "responsible", "parent", "validity"], "properties": {
        "clause": { "type": "string" }, "document": { "type": "string" }, "heading": { "type": "string" }, "text": { "type": "string" },
        "responsible": { "type": "array", "items": { "type": "string" } }, "parent": { "type": ["string", "null"] },
        "validity": { "$ref": "#/components/schemas/Validity" } } },
      "Hits": { "type": "object", "required": ["hits"], "properties": { "hits": { "type": "array", "items": {
        "type": "object", "required": ["clause", "document", "heading", "snippet", "score", "validity"], "properties": {
          "clause": { "type": "string" }, "document": { "type": "string" }, "heading": { "type": "string" },
          "snippet": { "type": "string" }, "score": { "type": "number" }, "validity": { "$ref": "#/components/schemas/Validity" } } } } } },
      "Question": { "type": "object", "required": ["text"], "additionalProperties": false, "properties": {
        "text": { "type": "string", "minLength": 1, "maxLength": 4000 },
        "conversationId": { "type": "string", "pattern": "^[A-Za-z0-9_.:-]{1,128}$" },
        "asOf": { "type": "string", "format": "date" } } },
      "Feedback": { "type": "object", "required": ["answerId", "helpful"], "additionalProperties": false, "properties": {
        "answerId": { "type": "string", "minLength": 1, "maxLength": 128 }, "helpful": { "type": "boolean" },
        "comment": { "type": "string", "maxLength": 2000 } } },
      "FeedbackNote": { "type": "object", "required": ["answerId", "helpful", "comment"], "properties": {
        "answerId": { "type": "string" }, "helpful": { "type": "boolean" }, "comment": { "type": ["string", "null"] },
        "at": { "type": "string", "format": "date-time" } } },
      "FeedbackNotes": { "type": "object", "required": ["feedback"], "properties": {
        "feedback": { "type": "array", "items": { "$ref": "#/components/schemas/FeedbackNote" } } } },
      "DocumentText": { "type": "object", "required": ["document", "title", "number", "issuer", "issued", "validity", "clauses"], "properties": {
        "document": { "type": "string" }, "title": { "type": "string" }, "number": { "type": ["string", "null"] },
        "issuer": { "type": "string" }, "issued": { "type": "string", "format": "date" }, "validity": { "$ref": "#/components/schemas/Validity" },
        "clauses": { "type": "array", "items": { "type": "object", "required": ["clause", "heading", "text", "responsible", "parent"], "properties": {
          "clause": { "type": "string" }, "heading": { "type": "string" }, "text": { "type": "string" },
          "responsible": { "type": "array", "items": { "type": "string" } }, "parent": { "type": ["string", "null"] } } } } } },
      "Retention": { "type": "object", "required": ["conversationDays", "answerDays"], "properties": {
        "conversationDays": { "type": "integer" }, "answerDays": { "type": "integer" }, "accessDays": { "type": "integer" } } },
      "Person": { "type": "object", "required": ["channel"], "additionalProperties": false,
        "oneOf": [ { "required": ["conversationId"] }, { "required": ["userId"] } ], "properties": {
          "channel": { "type": "string", "minLength": 1, "maxLength": 512 }, "conversationId": { "type": "string", "minLength": 1, "maxLength": 512 },
          "userId": { "type": "string", "minLength": 1, "maxLength": 512 }, "account": { "type": "string", "minLength": 1, "maxLength": 512 } } },
      "PersonData": { "type": "object", "required": ["conversations", "answers", "feedback", "messages", "lateReplies"], "properties": {
        "conversations": { "type": "array", "items": { "type": "object" } }, "answers": { "type": "array", "items": { "type": "object" } },
        "feedback": { "type": "array", "items": { "type": "object" } }, "messages": { "type": "array", "items": { "type": "object" } },
        "lateReplies": { "type": "array", "items": { "type": "object" } } } },
      "Deleted": { "type": "object", "required": ["deleted"], "properties": { "deleted": { "type": "object", "properties": {
        "conversations": { "type": "integer" }, "answers": { "type": "integer" }, "feedback": { "type": "integer" },
        "messages": { "type": "integer" }, "lateReplies": { "type": "integer" } } } } },
      "Accesses": { "type": "object", "required": ["accesses", "next"], "properties": { "next": { "type": ["integer", "null"] },
        "accesses": { "type": "array", "items": { "type": "object", "required": ["at", "who", "address", "action", "subject"], "properties": {
          "at": { "type": "string", "format": "date-time" }, "who": { "type": "string" }, "address": { "type": "string" },
          "action": { "type": "string" }, "subject": { "type": "string" } } } } } },
      "AnswerFacts": { "type": "object", "required": ["facts"], "properties": { "facts": { "type": "array", "items": {
        "type": "object", "required": ["calculator", "inputs"], "properties": { "calculator": { "type": "string" }, "inputs": { "type": "object" } } } } } },
      "CurvePoint": { "type": ["object", "null"], "required": ["value", "amount"], "properties": { "value": { "type": "integer" }, "amount": { "type": "number" } } },
      "Curve": { "type": "object", "required": ["calculator", "over", "label", "unit", "points", "jumps", "ceiling"], "properties": {
        "calculator": { "type": "string" }, "over": { "type": "string" }, "label": { "type": "string" }, "unit": { "type": "string" },
        "points": { "type": "array", "items": { "$ref": "#/components/schemas/CurvePoint" } },
        "jumps": { "type": "array", "items": { "$ref": "#/components/schemas/CurvePoint" } },
        "ceiling": { "$ref": "#/components/schemas/CurvePoint" } } },
      "Passage": { "type": "object", "required": ["text"], "additionalProperties": false, "properties": { "text": { "type": "string", "minLength": 1, "maxLength": 1000 } } },
      "Places": { "type": "object", "required": ["kind", "places"], "properties": { "kind": { "enum": ["exact", "altered", "none"] },
        "places": { "type": "array", "items": { "type": "object", "required": ["clause", "document", "heading", "quote", "offset", "differences", "segments"], "properties": {
          "clause": { "type": "string" }, "document": { "type": "string" }, "heading": { "type": "string" }, "quote": { "type": "string" },
          "offset": { "type": "integer" }, "differences": { "type": "integer" },
          "segments": { "type": "array", "items": { "type": "object", "required": ["kind", "text"], "properties": {
            "kind": { "enum": ["same", "missing", "added"] }, "text": { "type": "string" } } } } } } } } },
      "DeskSession": { "type": "object", "required": ["mode", "expires"], "properties": {
        "mode": { "enum": ["loopback", "secret", "oidc"] }, "expires": { "type": ["string", "null"], "format": "date-time" } } },
      "OpenQuestions": { "type": "object", "required": ["questions", "complete"], "properties": { "complete": { "type": "boolean" },
        "questions": { "type": "array", "items": { "type": "object",
          "required": ["question", "turns", "kind", "count", "refused", "unhelpful", "first", "last", "answerId", "comments"], "properties": {
          "question": { "type": "string" }, "turns": { "type": "array", "items": { "type": "string" } }, "kind": { "type": "string" },
          "count": { "type": "integer" }, "refused": { "type": "integer" }, "unhelpful": { "type": "integer" },
          "first": { "type": "string", "format": "date-time" }, "last": { "type": "string", "format": "date-time" },
          "answerId": { "type": "string" }, "comments": { "type": "array", "items": { "type": "string" } } } } } } },
      "SummaryRequest": { "type": "object", "additionalProperties": false,
        "oneOf": [ { "required": ["answerId"] }, { "required": ["text"] } ], "properties": {
          "answerId": { "type": "string", "pattern": "^[A-Za-z0-9_.:-]{1,128}$" },
          "text": { "type": "string", "minLength": 1, "maxLength": 4000 }, "asOf": { "type": "string", "format": "date" } } },
      "SummaryFile": { "type": "string" },
      "Verification": { "type": "object", "required": ["valid", "differences"], "properties": {
        "valid": { "type": "boolean" }, "differences": { "type": "array", "items": {
          "type": "object", "required": ["section", "found", "expected", "text"], "properties": {
            "section": { "type": "string" }, "found": { "type": ["string", "null"] }, "expected": { "type": ["string", "null"] },
            "text": { "type": "string" } } } } } },
      "Health": { "type": "object", "required": ["status"], "properties": {
        "status": { "type": "string" }, "reasons": { "type": "array", "items": { "type": "string" } } } },
      "Problem": { "type": "object", "required": ["type", "title", "status", "detail", "field", "errors"], "properties": {
        "type": { "type": "string" }, "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" },
        "field": { "type": ["string", "null"] },
        "errors": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string" } } } } }
    }
    """;
}
