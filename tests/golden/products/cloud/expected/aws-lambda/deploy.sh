#!/usr/bin/env bash
# deploy.sh [FILE.FUNCTION ...]: creates or updates functions of AWS Lambda from what bal build made:
# those that are named, else all that the sources have.
set -euo pipefail
package=quotes
region=eu-central-1
layer=arn:aws:lambda:eu-central-1:367134611783:layer:ballerina-jre21:3
memory=1024
timeout=30
written_role=arn:aws:iam::123456789012:role/quotes
functions=(
    main.refresh
)
role=${LAMBDA_ROLE:-$written_role}
archive=target/aws_lambda/aws-ballerina-lambda-functions.zip

[[ $# -eq 0 ]] || functions=("$@")
[[ ${#functions[@]} -gt 0 ]] || { echo "usage: deploy.sh FILE.FUNCTION ..., as bal build prints them" >&2; exit 2; }
[[ -n $role ]] || { echo "deploy.sh: write the execution role into [serverless] of Deployment.toml, or set LAMBDA_ROLE" >&2; exit 2; }
[[ -f $archive ]] || { echo "deploy.sh: no $archive: run bal build first" >&2; exit 1; }

for handler in "${functions[@]}"; do
    name=$package-${handler##*.}
    if aws lambda get-function --region "$region" --function-name "$name" > /dev/null 2>&1; then
        aws lambda update-function-code --region "$region" --function-name "$name" --zip-file "fileb://$archive"
        aws lambda wait function-updated-v2 --region "$region" --function-name "$name"
        aws lambda update-function-configuration --region "$region" --function-name "$name" --handler "$handler" \
            --layers "$layer" --memory-size "$memory" --timeout "$timeout" --role "$role"
    else
        aws lambda create-function --region "$region" --function-name "$name" --zip-file "fileb://$archive" \
            --handler "$handler" --runtime provided --role "$role" --layers "$layer" \
            --memory-size "$memory" --timeout "$timeout"
    fi
    aws lambda wait function-active-v2 --region "$region" --function-name "$name"
done
