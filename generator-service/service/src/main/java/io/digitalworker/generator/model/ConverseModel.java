package io.digitalworker.generator.model;

import io.digitalworker.document.prompt.Prompt;

/** A model of Amazon Bedrock. */
final class ConverseModel implements Model {
    private final Bedrock bedrock;
    private final Converse converse;
    private final String id;

    ConverseModel(Bedrock bedrock, Converse converse, String id) {
        this.bedrock = bedrock;
        this.converse = converse;
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ModelAnswer ask(Prompt prompt, int maxTokens) {
        return Converse.answer(bedrock.converse(converse.request(id, prompt, maxTokens)));
    }
}
