// groovy jenkinsfile.groovy FILE...: prints what makes files no declarative pipelines of Jenkins; exits 1 on any.
//
// Groovy itself reads them, in the version that Jenkins runs. What a block may hold is the chapter "Pipeline Syntax" of
// Jenkins' handbook; of steps and their arguments only those that are generated are known.
import org.codehaus.groovy.ast.expr.*
import org.codehaus.groovy.ast.stmt.ExpressionStatement
import org.codehaus.groovy.control.CompilationUnit
import org.codehaus.groovy.control.Phases
import groovy.transform.Field

@Field static final Map<String, List<String>> MAY_HOLD = [
    pipeline: ['agent', 'stages', 'environment', 'options', 'parameters', 'triggers', 'tools', 'libraries', 'post'],
    stage   : ['agent', 'environment', 'input', 'options', 'tools', 'when', 'post', 'steps', 'stages', 'parallel', 'matrix'],
    agent   : ['label', 'node', 'docker', 'dockerfile', 'kubernetes'],
    when    : ['branch', 'buildingTag', 'changelog', 'changeset', 'changeRequest', 'environment', 'equals', 'expression',
               'tag', 'not', 'allOf', 'anyOf', 'triggeredBy', 'beforeAgent', 'beforeInput', 'beforeOptions'],
    input   : ['message', 'id', 'ok', 'submitter', 'submitterParameter', 'parameters'],
    post    : ['always', 'changed', 'fixed', 'regression', 'aborted', 'failure', 'success', 'unstable', 'unsuccessful',
               'cleanup'],
    'options of pipeline': ['buildDiscarder', 'checkoutToSubdirectory', 'disableConcurrentBuilds', 'disableResume',
               'newContainerPerStage', 'overrideIndexTriggers', 'preserveStashes', 'quietPeriod', 'retry',
               'skipDefaultCheckout', 'skipStagesAfterUnstable', 'timeout', 'timestamps', 'parallelsAlwaysFailFast'],
    'options of stage'   : ['skipDefaultCheckout', 'timeout', 'retry', 'timestamps'],
]
@Field static final Map<String, List<String>> MUST_HOLD = [pipeline: ['agent', 'stages'], input: ['message']]
@Field static final Map<String, List<String>> ARGUMENTS = [
    sh: ['script', 'label', 'encoding', 'returnStatus', 'returnStdout'],
    withCredentials: [], string: ['credentialsId', 'variable'],
    archiveArtifacts: ['artifacts', 'allowEmptyArchive', 'excludes', 'fingerprint', 'onlyIfSuccessful'],
    timeout: ['time', 'unit', 'activity'],
    logRotator: ['numToKeepStr', 'daysToKeepStr', 'artifactNumToKeepStr', 'artifactDaysToKeepStr'],
]
@Field static final List<String> STEPS = ['sh', 'withCredentials', 'archiveArtifacts']
@Field static final List<String> UNITS = ['NANOSECONDS', 'MICROSECONDS', 'MILLISECONDS', 'SECONDS', 'MINUTES', 'HOURS', 'DAYS']

class Refused extends Exception {
    Refused(node, String why) { super("line ${node.lineNumber}: $why") }
}

List<Expression> arguments(MethodCallExpression call) {
    call.arguments instanceof TupleExpression ? call.arguments.expressions : [call.arguments]
}

ClosureExpression block(MethodCallExpression call) {
    def last = arguments(call) ? arguments(call).last() : null
    if (!(last instanceof ClosureExpression)) throw new Refused(call, "'${call.methodAsString}' has no block")
    last
}

List<MethodCallExpression> calls(ClosureExpression block) {
    block.code.statements.collect {
        def call = it instanceof ExpressionStatement ? it.expression : null
        if (!(call instanceof MethodCallExpression) || !call.implicitThis)
            throw new Refused(it, 'neither a directive nor a step')
        call
    }
}

void checkNames(MethodCallExpression of, List<MethodCallExpression> held, String kind) {
    held.each {
        if (!(it.methodAsString in MAY_HOLD[kind])) throw new Refused(it, "'${it.methodAsString}' has no place in '$kind'")
    }
    def names = held*.methodAsString
    MUST_HOLD[kind]?.each { if (!(it in names)) throw new Refused(of, "'$kind' lacks '$it'") }
    def twice = names.find { names.count(it) > 1 }
    if (twice) throw new Refused(of, "'$twice' stands twice in '$kind'")
}

void checkArguments(MethodCallExpression call) {
    def known = ARGUMENTS[call.methodAsString]
    arguments(call).each { argument ->
        if (argument instanceof MethodCallExpression) checkArguments(argument)
        if (!(argument instanceof MapExpression)) return
        argument.mapEntryExpressions.each { entry ->
            def name = entry.keyExpression.text
            if (known != null && !(name in known)) throw new Refused(call, "'${call.methodAsString}' takes no '$name'")
            if (name == 'unit' && !(entry.valueExpression.text in UNITS)) throw new Refused(call, 'no unit of time')
        }
    }
}

void checkSteps(ClosureExpression body) {
    if (body.code.statements.empty) throw new Refused(body, 'no steps')
    calls(body).each { step ->
        if (!(step.methodAsString in STEPS)) throw new Refused(step, "unknown step '${step.methodAsString}'")
        checkArguments(step)
        def all = arguments(step)
        if (step.methodAsString == 'sh' && (all.size() != 1 || !(all[0] instanceof ConstantExpression)))
            throw new Refused(step, "'sh' takes one text")
        if (step.methodAsString != 'withCredentials') return
        if (!(all[0] instanceof ListExpression)) throw new Refused(step, "'withCredentials' takes a list")
        all[0].expressions.each { checkArguments(it) }
        checkSteps(block(step))
    }
}

void checkEnvironment(MethodCallExpression environment) {
    block(environment).code.statements.each {
        def set = it instanceof ExpressionStatement ? it.expression : null
        if (!(set instanceof BinaryExpression) || set instanceof DeclarationExpression || set.operation.text != '=')
            throw new Refused(it, "'environment' holds something else than NAME = value")
        if (!(set.rightExpression instanceof ConstantExpression || set.rightExpression instanceof GStringExpression))
            throw new Refused(it, 'a variable of the environment is no text')
    }
}

void checkDirectives(List<MethodCallExpression> held, String kind) {
    held.each { directive ->
        switch (directive.methodAsString) {
            case 'agent':
                def what = arguments(directive)[0]
                if (what instanceof ClosureExpression) checkNames(directive, calls(what), 'agent')
                else if (!(what.text in ['any', 'none'])) throw new Refused(directive, 'no agent: ' + what.text)
                break
            case 'options':
                checkNames(directive, calls(block(directive)), "options of $kind")
                calls(block(directive)).each { checkArguments(it) }
                break
            case 'environment': checkEnvironment(directive); break
            case 'when': checkNames(directive, calls(block(directive)), 'when'); break
            case 'input': checkNames(directive, calls(block(directive)), 'input'); break
            case 'post':
                checkNames(directive, calls(block(directive)), 'post')
                calls(block(directive)).each { checkSteps(block(it)) }
                break
            case 'steps': checkSteps(block(directive)); break
            case 'stages': checkStages(directive); break
        }
    }
}

void checkStages(MethodCallExpression stages) {
    def titles = calls(block(stages)).collect { stage ->
        if (stage.methodAsString != 'stage') throw new Refused(stage, "'stages' holds '${stage.methodAsString}'")
        def title = arguments(stage)[0]
        if (!(title instanceof ConstantExpression) || !title.text) throw new Refused(stage, 'a stage has no title')
        def held = calls(block(stage))
        checkNames(stage, held, 'stage')
        if (held.count { it.methodAsString in ['steps', 'stages', 'parallel', 'matrix'] } != 1)
            throw new Refused(stage, "stage '${title.text}' needs one of steps, stages, parallel and matrix")
        checkDirectives(held, 'stage')
        title.text
    }
    if (titles.empty) throw new Refused(stages, 'no stage')
    def twice = titles.find { titles.count(it) > 1 }
    if (twice) throw new Refused(stages, "two stages are called '$twice'")
}

void check(String file) {
    def unit = new CompilationUnit()
    unit.addSource(new File(file))
    unit.compile(Phases.CONVERSION)
    def statements = unit.AST.modules[0].statementBlock.statements
    def call = statements.size() == 1 && statements[0] instanceof ExpressionStatement ? statements[0].expression : null
    if (!(call instanceof MethodCallExpression) || call.methodAsString != 'pipeline')
        throw new Exception('a declarative pipeline is one block and nothing else')
    def held = calls(block(call))
    checkNames(call, held, 'pipeline')
    checkDirectives(held, 'pipeline')
}

def good = true
args.each { file ->
    try {
        check(file)
    } catch (Exception problem) {
        println "$file: ${problem.message.readLines().findAll { it }.join(' ')}"
        good = false
    }
}
System.exit(good ? 0 : 1)
