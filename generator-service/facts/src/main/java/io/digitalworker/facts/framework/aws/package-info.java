/** What runs on AWS: templates (SAM, CloudFormation, serverless.yml), CDK, and calls of the SDKs. */
@NullMarked
package io.digitalworker.facts.framework.aws;

import org.jspecify.annotations.NullMarked;
