<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>BootTimeline</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Kernel constructors</source>
        <translation>Kernel-Konstruktoren</translation>
    </message>
    <message>
        <source>Heap</source>
        <translation>Heap</translation>
    </message>
    <message>
        <source>Interrupts</source>
        <translation>Interrupts</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <source>Init functions</source>
        <translation>Init-Funktionen</translation>
    </message>
    <message>
        <source>Constructors</source>
        <translation>Konstruktoren</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Shutdown</source>
        <translation>Herunterfahren</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>The entry lacks its name or repository</source>
        <translation>Dem Eintrag fehlt sein Name oder sein Repository</translation>
    </message>
    <message>
        <source>Add lines “name: …” and “repository: …”.</source>
        <translation>Zeilen „name: …“ und „repository: …“ ergänzen.</translation>
    </message>
</context>
<context>
    <name>CompileCommands</name>
    <message>
        <source>The list of compilations can&apos;t be read: %1</source>
        <translation>Die Liste der Übersetzungen ist nicht zu lesen: %1</translation>
    </message>
    <message>
        <source>Build the application: that makes it.</source>
        <translation>Die Anwendung bauen: Dabei entsteht sie.</translation>
    </message>
    <message>
        <source>This is no list of compilations: %1</source>
        <translation>Das ist keine Liste von Übersetzungen: %1</translation>
    </message>
    <message>
        <source>Remove the file and build again.</source>
        <translation>Die Datei entfernen und noch einmal bauen.</translation>
    </message>
</context>
<context>
    <name>ConfigDifference</name>
    <message>
        <source>%1 is selected by %2; take that back</source>
        <translation>%1 wird von %2 ausgewählt; das zurücknehmen</translation>
    </message>
    <message>
        <source>%1 follows from other options; take those back</source>
        <translation>%1 folgt aus anderen Optionen; diese zurücknehmen</translation>
    </message>
    <message>
        <source>Take back what it follows from, or undo.</source>
        <translation>Zurücknehmen, woraus es folgt, oder rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>ConfigTree</name>
    <message>
        <source>The configuration can&apos;t be read: %1</source>
        <translation>Die Konfiguration ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Make the file readable, or remove it to start anew.</source>
        <translation>Die Datei lesbar machen oder löschen, um neu anzufangen.</translation>
    </message>
    <message>
        <source>The default configuration can&apos;t be read: %1</source>
        <translation>Die Vorgabekonfiguration ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Make the file readable.</source>
        <translation>Die Datei lesbar machen.</translation>
    </message>
    <message>
        <source>A temporary file could not be written: %1</source>
        <translation>Eine temporäre Datei war nicht zu schreiben: %1</translation>
    </message>
    <message>
        <source>Free some space there, or set TMPDIR to another folder.</source>
        <translation>Dort Platz schaffen oder TMPDIR auf einen anderen Ordner setzen.</translation>
    </message>
    <message>
        <source>No temporary folder could be made: %1</source>
        <translation>Kein temporärer Ordner war anzulegen: %1</translation>
    </message>
    <message>
        <source>Loading was cancelled</source>
        <translation>Das Laden wurde abgebrochen</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>implied</source>
        <translation>nahegelegt</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>Auswahl</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>turned on: %1</source>
        <translation>eingeschaltet: %1</translation>
    </message>
    <message>
        <source>also turned on: %1</source>
        <translation>ebenfalls eingeschaltet: %1</translation>
    </message>
    <message>
        <source>turned off: %1</source>
        <translation>ausgeschaltet: %1</translation>
    </message>
    <message>
        <source>also turned off: %1</source>
        <translation>ebenfalls ausgeschaltet: %1</translation>
    </message>
    <message>
        <source>set: %1</source>
        <translation>gesetzt: %1</translation>
    </message>
    <message>
        <source>also set: %1</source>
        <translation>ebenfalls gesetzt: %1</translation>
    </message>
</context>
<context>
    <name>CrashReport</name>
    <message>
        <source>executing</source>
        <translation>Ausführen von</translation>
    </message>
    <message>
        <source>writing to</source>
        <translation>Schreiben auf</translation>
    </message>
    <message>
        <source>reading from</source>
        <translation>Lesen von</translation>
    </message>
    <message>
        <source>an address that is not known</source>
        <translation>eine unbekannte Adresse</translation>
    </message>
    <message>
        <source>Page fault while %1 %2: %3.</source>
        <translation>Seitenfehler beim %1 %2: %3.</translation>
    </message>
    <message>
        <source>a null pointer</source>
        <translation>Nullzeiger</translation>
    </message>
    <message>
        <source>A division by zero, or one whose result does not fit.</source>
        <translation>Eine Division durch null oder eine, deren Ergebnis nicht passt.</translation>
    </message>
    <message>
        <source>A breakpoint instruction (int3).</source>
        <translation>Ein Haltepunktbefehl (int3).</translation>
    </message>
    <message>
        <source>An instruction that the processor does not know: a trap the compiler put there (__builtin_trap), a jump into data, or an extension that the virtual CPU lacks.</source>
        <translation>Ein Befehl, den der Prozessor nicht kennt: eine Falle des Compilers (__builtin_trap), ein Sprung in Daten oder eine Erweiterung, die der virtuellen CPU fehlt.</translation>
    </message>
    <message>
        <source>A fault while a fault was handled; often the stack has overflowed.</source>
        <translation>Ein Fehler während der Behandlung eines Fehlers; oft ist der Stapel übergelaufen.</translation>
    </message>
    <message>
        <source>A general protection fault: an address that is no valid one (not canonical), a privileged or misaligned access.</source>
        <translation>Eine allgemeine Schutzverletzung: eine ungültige Adresse (nicht kanonisch), ein privilegierter oder falsch ausgerichteter Zugriff.</translation>
    </message>
    <message>
        <source>not allowed there</source>
        <translation>dort nicht erlaubt</translation>
    </message>
    <message>
        <source>nothing is mapped there</source>
        <translation>dort ist nichts eingeblendet</translation>
    </message>
    <message>
        <source>An access that is not aligned.</source>
        <translation>Ein falsch ausgerichteter Zugriff.</translation>
    </message>
    <message>
        <source>An instruction that the processor does not know.</source>
        <translation>Ein Befehl, den der Prozessor nicht kennt.</translation>
    </message>
    <message>
        <source>A floating-point instruction while the unit is off.</source>
        <translation>Ein Gleitkommabefehl bei abgeschalteter Einheit.</translation>
    </message>
    <message>
        <source>the access failed</source>
        <translation>der Zugriff schlug fehl</translation>
    </message>
    <message>
        <source>not aligned</source>
        <translation>falsch ausgerichtet</translation>
    </message>
    <message>
        <source>A jump to an address that is not aligned.</source>
        <translation>Ein Sprung zu einer falsch ausgerichteten Adresse.</translation>
    </message>
    <message>
        <source>The stack pointer is not aligned.</source>
        <translation>Der Stapelzeiger ist falsch ausgerichtet.</translation>
    </message>
    <message>
        <source>A floating-point exception.</source>
        <translation>Eine Gleitkomma-Ausnahme.</translation>
    </message>
    <message>
        <source>A breakpoint instruction (brk): a trap the compiler put there (__builtin_trap), or a debugger&apos;s.</source>
        <translation>Ein Haltepunktbefehl (brk): eine Falle des Compilers (__builtin_trap) oder eines Debuggers.</translation>
    </message>
    <message>
        <source>The code takes this for granted, and it was not so.</source>
        <translation>Der Code setzt dies voraus, und es traf nicht zu.</translation>
    </message>
    <message>
        <source>The program called abort().</source>
        <translation>Das Programm rief abort() auf.</translation>
    </message>
    <message>
        <source>The kernel does not say which trap it was. Upstream prints page faults and general protection faults like this.</source>
        <translation>Der Kernel sagt nicht, welche Ausnahme es war. Unikraft selbst meldet so Seitenfehler und allgemeine Schutzverletzungen.</translation>
    </message>
</context>
<context>
    <name>CredentialPrompt</name>
    <message>
        <source>Password Needed</source>
        <translation>Passwort nötig</translation>
    </message>
    <message>
        <source>%1 asks for a name and a password. A hosting service wants an access token in place of the password.</source>
        <translation>%1 verlangt einen Namen und ein Passwort. Ein Hosting-Dienst will statt des Passworts ein Zugangstoken.</translation>
    </message>
    <message>
        <source>Let git&apos;s credential helper keep it</source>
        <translation>Von gits Credential Helper aufbewahren lassen</translation>
    </message>
    <message>
        <source>Without a helper set up in git&apos;s configuration, nothing is kept</source>
        <translation>Ist in gits Konfiguration keiner eingerichtet, wird nichts aufbewahrt</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Password or token:</source>
        <translation>&amp;Passwort oder Token:</translation>
    </message>
</context>
<context>
    <name>EditJournal</name>
    <message>
        <source>Unsaved edits are not protected against a crash: the journal can&apos;t be written: %1</source>
        <translation>Ungesicherte Änderungen sind gegen einen Absturz nicht geschützt, denn das Journal ist nicht zu schreiben: %1</translation>
    </message>
    <message>
        <source>Save often, and make room or permit writing there.</source>
        <translation>Oft sichern und dort Platz schaffen oder das Schreiben erlauben.</translation>
    </message>
</context>
<context>
    <name>FileErrorWords</name>
    <message>
        <source>The values can&apos;t be read: %1</source>
        <translation>Die Werte können nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>FixWish</name>
    <message>
        <source>none of them</source>
        <translation>keine davon</translation>
    </message>
</context>
<context>
    <name>FixWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>There is one way.</source>
        <translation>Es gibt einen Weg.</translation>
    </message>
    <message numerus="yes">
        <source>%n way(s), those with the fewest changes first.</source>
        <translation>
            <numerusform>%n Weg.</numerusform>
            <numerusform>%n Wege, die mit den wenigsten Änderungen zuerst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n way(s) found in %1; there may be better ones.</source>
        <translation>
            <numerusform>%n Weg in %1 gefunden; vielleicht gibt es bessere.</numerusform>
            <numerusform>%n Wege in %1 gefunden; vielleicht gibt es bessere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer changes don&apos;t do it.</source>
        <translation>Weniger Änderungen genügen nicht.</translation>
    </message>
    <message>
        <source>%1 stays as it is.</source>
        <translation>%1 bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The configuration has changed; looking again…</source>
        <translation>Die Konfiguration hat sich geändert; die Suche beginnt neu …</translation>
    </message>
    <message>
        <source>Type the value that it should have, and press Return.</source>
        <translation>Geben Sie den gewünschten Wert ein und drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
        <source>Looking for the fewest changes… %1</source>
        <translation>Wenigste Änderungen werden gesucht … %1</translation>
    </message>
    <message numerus="yes">
        <source>Looking for more… %1, %n way(s) found</source>
        <translation>
            <numerusform>Weitere werden gesucht … %1, %n Weg gefunden</numerusform>
            <numerusform>Weitere werden gesucht … %1, %n Wege gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 already; there is nothing to do.</source>
        <translation>%1 gilt schon; es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>%1 is impossible, whatever else is set.</source>
        <translation>%1 ist unmöglich, was immer sonst gesetzt ist.</translation>
    </message>
    <message>
        <source>%1 is impossible while these options stay as they are.</source>
        <translation>%1 ist unmöglich, solange diese Optionen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>No way was found in %1, but there may be one.</source>
        <translation>In %1 wurde kein Weg gefunden, aber vielleicht gibt es einen.</translation>
    </message>
    <message>
        <source>Stopped before a way was found.</source>
        <translation>Abgebrochen, bevor ein Weg gefunden wurde.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n way(s); there may be better ones.</source>
        <translation>
            <numerusform>Nach %n Weg abgebrochen; vielleicht gibt es bessere.</numerusform>
            <numerusform>Nach %n Wegen abgebrochen; vielleicht gibt es bessere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>Erledigt: %1.</translation>
    </message>
</context>
<context>
    <name>FolderCopy</name>
    <message>
        <source>The folder was not copied: there is something of its name already</source>
        <translation>Der Ordner wurde nicht kopiert: Etwas mit diesem Namen gibt es schon</translation>
    </message>
    <message>
        <source>Choose another folder, or open what is there.</source>
        <translation>Einen anderen Ordner wählen, oder öffnen, was da ist.</translation>
    </message>
    <message>
        <source>The folder could not be copied</source>
        <translation>Der Ordner war nicht zu kopieren</translation>
    </message>
    <message>
        <source>Choose a folder that can be written and has room.</source>
        <translation>Einen Ordner wählen, der beschreibbar ist und Platz hat.</translation>
    </message>
</context>
<context>
    <name>FragmentMerge</name>
    <message>
        <source>the tree has no option of that name</source>
        <translation>der Baum hat keine Option dieses Namens</translation>
    </message>
    <message>
        <source>it must be from %1 to %2</source>
        <translation>der Wert muss zwischen %1 und %2 liegen</translation>
    </message>
    <message>
        <source>another value of its choice is chosen</source>
        <translation>in seiner Auswahl ist ein anderer Wert gewählt</translation>
    </message>
    <message>
        <source>%1 is no value it can have now</source>
        <translation>den Wert %1 kann sie derzeit nicht haben</translation>
    </message>
</context>
<context>
    <name>GitAccess</name>
    <message>
        <source>This is no address of a repository</source>
        <translation>Das ist keine Adresse eines Repositorys</translation>
    </message>
    <message>
        <source>Check it.</source>
        <translation>Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Repositories are not fetched by %1</source>
        <translation>Über %1 werden keine Repositorys geholt</translation>
    </message>
    <message>
        <source>Use https: what comes by http may be anybody&apos;s.</source>
        <translation>https verwenden: Was über http kommt, kann von jedem sein.</translation>
    </message>
    <message>
        <source>Use https, ssh, git or a path of this computer.</source>
        <translation>https, ssh, git oder einen Pfad dieses Rechners verwenden.</translation>
    </message>
    <message>
        <source>There is a password in this address, where it would be kept</source>
        <translation>In dieser Adresse steht ein Kennwort, das dort gespeichert bliebe</translation>
    </message>
    <message>
        <source>Leave it out; git&apos;s credential helper is asked.</source>
        <translation>Es weglassen; die Anmeldehilfe von git wird gefragt.</translation>
    </message>
    <message>
        <source>There is no such repository</source>
        <translation>Dieses Repository gibt es nicht</translation>
    </message>
    <message>
        <source>Name an address with https, ssh or git, or a folder.</source>
        <translation>Eine Adresse mit https, ssh oder git oder einen Ordner nennen.</translation>
    </message>
    <message>
        <source>%1: the certificate or key of %2 is not valid</source>
        <translation>%1: Zertifikat oder Schlüssel von %2 ist ungültig</translation>
    </message>
    <message>
        <source>Somebody may be in between. Check the address; of a server of your own, install its certificate, or for ssh add it to known_hosts.</source>
        <translation>Jemand könnte dazwischen sein. Die Adresse prüfen; bei einem eigenen Server dessen Zertifikat installieren oder ihn für ssh in known_hosts eintragen.</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>ein Grund wurde nicht genannt</translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation>Adresse und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>Add your key to the ssh agent (ssh-add), or set up git&apos;s credential helper.</source>
        <translation>Den Schlüssel dem ssh-Agenten geben (ssh-add) oder die Anmeldehilfe von git einrichten.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>GitCheckout</name>
    <message>
        <source>The repository is empty</source>
        <translation>Das Repository ist leer</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>The repository has no branch, tag or revision “%1”</source>
        <translation>Das Repository hat keinen Zweig, keine Marke und keine Revision „%1“</translation>
    </message>
    <message>
        <source>Ask it which there are: kiln clone ADDRESS --versions.</source>
        <translation>Es fragen, welche es gibt: kiln clone ADRESSE --versions.</translation>
    </message>
    <message>
        <source>The files could not be written</source>
        <translation>Die Dateien waren nicht zu schreiben</translation>
    </message>
</context>
<context>
    <name>GitClone</name>
    <message>
        <source>The repository could not be cloned</source>
        <translation>Das Repository war nicht zu klonen</translation>
    </message>
    <message>
        <source>its folder can&apos;t be made</source>
        <translation>sein Ordner ist nicht anzulegen</translation>
    </message>
    <message>
        <source>Check permissions.</source>
        <translation>Die Rechte prüfen.</translation>
    </message>
    <message>
        <source>The clone could not be moved to its place</source>
        <translation>Der Klon war nicht an seinen Platz zu bringen</translation>
    </message>
    <message>
        <source>Check that nothing is there.</source>
        <translation>Prüfen, dass dort nichts ist.</translation>
    </message>
    <message>
        <source>There is something already</source>
        <translation>Dort ist schon etwas</translation>
    </message>
    <message>
        <source>Choose a folder that is not there yet.</source>
        <translation>Einen Ordner wählen, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>The repository could not be asked for its versions</source>
        <translation>Das Repository war nicht nach seinen Versionen zu fragen</translation>
    </message>
</context>
<context>
    <name>GitStatus</name>
    <message>
        <source>Name the top folder of a git clone.</source>
        <translation>Den obersten Ordner eines git-Klons nennen.</translation>
    </message>
    <message>
        <source>This is no git clone</source>
        <translation>Das ist kein git-Klon</translation>
    </message>
    <message>
        <source>It was cloned from nowhere</source>
        <translation>Er wurde von nirgendwo geklont</translation>
    </message>
    <message>
        <source>What is new could not be fetched</source>
        <translation>Neues war nicht zu holen</translation>
    </message>
    <message>
        <source>A tag or revision is checked out, which has nothing new</source>
        <translation>Eine Marke oder Revision ist ausgecheckt; da gibt es nichts Neues</translation>
    </message>
    <message>
        <source>Clone another version beside it.</source>
        <translation>Eine andere Version daneben klonen.</translation>
    </message>
    <message>
        <source>There are commits here that the repository does not have</source>
        <translation>Hier sind Commits, die das Repository nicht hat</translation>
    </message>
    <message>
        <source>Rebase or merge them by hand (git pull); nothing was changed.</source>
        <translation>Sie von Hand umsetzen oder zusammenführen (git pull); nichts wurde geändert.</translation>
    </message>
    <message>
        <source>What was fetched is incomplete</source>
        <translation>Was geholt wurde, ist unvollständig</translation>
    </message>
    <message>
        <source>Files that were changed here are changed by what is new, too</source>
        <translation>Dateien, die hier geändert wurden, ändert auch das Neue</translation>
    </message>
    <message>
        <source>Commit or stash them (git stash); nothing was changed.</source>
        <translation>Sie committen oder beiseitelegen (git stash); nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The branch could not be moved</source>
        <translation>Der Zweig war nicht zu versetzen</translation>
    </message>
</context>
<context>
    <name>JobWatch</name>
    <message>
        <source>The file can&apos;t be read: %1</source>
        <translation>Die Datei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Name a .config or defconfig file.</source>
        <translation>Nennen Sie eine .config- oder defconfig-Datei.</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed</source>
        <translation>Abgebrochen; nichts wurde geändert</translation>
    </message>
</context>
<context>
    <name>KconfigLists</name>
    <message>
        <source>The build folder can&apos;t be written: %1</source>
        <translation>In den Build-Ordner ist nicht zu schreiben: %1</translation>
    </message>
    <message>
        <source>Make it writable or free some space, or choose another build folder (--build-dir).</source>
        <translation>Ihn beschreibbar machen, Platz schaffen oder einen anderen Build-Ordner wählen (--build-dir).</translation>
    </message>
    <message>
        <source>the folder can&apos;t be made</source>
        <translation>der Ordner ist nicht anzulegen</translation>
    </message>
</context>
<context>
    <name>KconfigReasons</name>
    <message>
        <source>the choice &quot;%1&quot;</source>
        <translation>Auswahl „%1“</translation>
    </message>
    <message>
        <source>the choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>it</source>
        <translation>sie</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 if %2</source>
        <translation>%1, falls %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>%1, and %2</source>
        <translation>%1, und %2</translation>
    </message>
    <message>
        <source>%1 &amp;&amp; %2</source>
        <translation>%1 &amp;&amp; %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 und andere</translation>
    </message>
    <message>
        <source>%1; and %2 more</source>
        <translation>%1; und noch %2</translation>
    </message>
    <message>
        <source>another option</source>
        <translation>eine andere Option</translation>
    </message>
    <message>
        <source>one of %1 others</source>
        <translation>eine von %1 weiteren</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>%1 is off</source>
        <translation>%1 ist aus</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>%1 is a constant</source>
        <translation>%1 ist eine Konstante</translation>
    </message>
    <message>
        <source>a constant</source>
        <translation>eine Konstante</translation>
    </message>
    <message>
        <source>no file defines it</source>
        <translation>keine Datei definiert sie</translation>
    </message>
    <message>
        <source>it has %1</source>
        <translation>gewählt ist %1</translation>
    </message>
    <message>
        <source>its prompt is hidden</source>
        <translation>ihre Beschriftung ist verborgen</translation>
    </message>
    <message>
        <source>you set it</source>
        <translation>von Ihnen gesetzt</translation>
    </message>
    <message>
        <source>you set it to %1</source>
        <translation>von Ihnen auf %1 gesetzt</translation>
    </message>
    <message>
        <source>you set it to %1, which is outside its range %2 … %3</source>
        <translation>von Ihnen auf %1 gesetzt, was außerhalb ihres Bereichs %2 … %3 liegt</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>Vorgabe %1</translation>
    </message>
    <message>
        <source>selected by %1</source>
        <translation>ausgewählt durch %1</translation>
    </message>
    <message>
        <source>implied by %1</source>
        <translation>nahegelegt durch %1</translation>
    </message>
    <message>
        <source>%1 falls back to it</source>
        <translation>%1 fällt auf sie zurück</translation>
    </message>
    <message>
        <source>%1 has %2</source>
        <translation>bei %1 ist %2 gewählt</translation>
    </message>
    <message>
        <source>nothing turns it on</source>
        <translation>nichts schaltet sie ein</translation>
    </message>
    <message>
        <source>nothing sets it</source>
        <translation>nichts setzt sie</translation>
    </message>
    <message>
        <source>%1, and the %2 that you set has no effect while its prompt is hidden</source>
        <translation>%1, und das von Ihnen gesetzte %2 bleibt wirkungslos, solange ihre Beschriftung verborgen ist</translation>
    </message>
    <message>
        <source>%1, although you set it to %2</source>
        <translation>%1, obwohl von Ihnen auf %2 gesetzt</translation>
    </message>
    <message>
        <source>that is written</source>
        <translation>so steht es</translation>
    </message>
    <message>
        <source>the macro is expanded</source>
        <translation>das Makro wird expandiert</translation>
    </message>
    <message>
        <source>its condition is the constant %1</source>
        <translation>ihre Bedingung ist die Konstante %1</translation>
    </message>
    <message>
        <source>%1 gave %2</source>
        <translation>%1 ergab %2</translation>
    </message>
    <message>
        <source>%1 does not hold</source>
        <translation>%1 gilt nicht</translation>
    </message>
    <message>
        <source>one of %1 conditions has to hold</source>
        <translation>eine von %1 Bedingungen muss gelten</translation>
    </message>
    <message>
        <source>%1 is needed, but %2</source>
        <translation>%1 ist nötig, aber %2</translation>
    </message>
    <message>
        <source>the prompt of %1</source>
        <translation>die Beschriftung von %1</translation>
    </message>
    <message>
        <source>its prompt</source>
        <translation>ihre Beschriftung</translation>
    </message>
    <message>
        <source>%1 is hidden</source>
        <translation>%1 ist verborgen</translation>
    </message>
    <message>
        <source>%1 is hidden because %2</source>
        <translation>%1 ist verborgen, denn %2</translation>
    </message>
    <message>
        <source>%1 is hidden by &quot;visible if&quot; of the menu &quot;%2&quot; because %3</source>
        <translation>%1 ist durch „visible if“ des Menüs „%2“ verborgen, denn %3</translation>
    </message>
    <message>
        <source>%1 selects it, but %2</source>
        <translation>%1 wählt sie aus, aber %2</translation>
    </message>
    <message>
        <source>%1 implies it, but %2</source>
        <translation>%1 legt sie nahe, aber %2</translation>
    </message>
    <message>
        <source>not while %1</source>
        <translation>nicht, solange gilt: %1</translation>
    </message>
    <message>
        <source>its default %1 does not apply because %2</source>
        <translation>ihre Vorgabe %1 gilt nicht, denn %2</translation>
    </message>
    <message>
        <source>%1 more would turn it on</source>
        <translation>weitere Möglichkeiten, sie einzuschalten: %1</translation>
    </message>
    <message>
        <source>%1 has no prompt; its value follows from other options</source>
        <translation>%1 hat keine Beschriftung; ihr Wert folgt aus anderen Optionen</translation>
    </message>
    <message>
        <source>%1 has no prompt; it is on when %2 selects it</source>
        <translation>%1 hat keine Beschriftung; sie ist an, wenn %2 sie auswählt</translation>
    </message>
    <message>
        <source>%1 is held at %2 by select from %3</source>
        <translation>%1 wird durch select von %3 auf %2 gehalten</translation>
    </message>
    <message>
        <source>%1 can be m at most because %2</source>
        <translation>%1 kann höchstens m sein, denn %2</translation>
    </message>
    <message>
        <source>%1 is what %2 has; to turn it off, choose another of its values</source>
        <translation>%1 ist der gewählte Wert von %2; zum Ausschalten dort einen anderen Wert wählen</translation>
    </message>
    <message>
        <source>%1 can&apos;t be m because this tree has no modules</source>
        <translation>%1 kann nicht m sein, denn dieser Baum hat keine Module</translation>
    </message>
    <message>
        <source>%1 can&apos;t be m because %2</source>
        <translation>%1 kann nicht m sein, denn %2</translation>
    </message>
    <message>
        <source>%1 always has one of its values; choose another value instead</source>
        <translation>%1 hat immer einen ihrer Werte; stattdessen einen anderen Wert wählen</translation>
    </message>
    <message>
        <source>%1 is a bool: it is y or n, never m</source>
        <translation>%1 ist ein bool, also y oder n, nie m</translation>
    </message>
    <message>
        <source>%1 is a value of %2, which is y, and then its values are y or n</source>
        <translation>%1 ist ein Wert von %2; diese ist y, und dann sind ihre Werte y oder n</translation>
    </message>
    <message>
        <source>%1 can&apos;t be m because %2 implies it at y</source>
        <translation>%1 kann nicht m sein, denn %2 legt y nahe</translation>
    </message>
    <message>
        <source>%1 can&apos;t be %2 now</source>
        <translation>%1 kann jetzt nicht %2 sein</translation>
    </message>
    <message>
        <source>%1 has to be within %2 … %3</source>
        <translation>%1 muss im Bereich %2 … %3 liegen</translation>
    </message>
    <message>
        <source>nothing turns any of them on</source>
        <translation>nichts schaltet eine davon ein</translation>
    </message>
    <message>
        <source>you set them</source>
        <translation>von Ihnen gesetzt</translation>
    </message>
    <message>
        <source>%1, and by one from %2</source>
        <translation>%1, und durch eines von %2</translation>
    </message>
    <message>
        <source>%1, and by %2 others</source>
        <translation>%1, und durch %2 weitere</translation>
    </message>
    <message>
        <source>%1; you can change %2</source>
        <translation>%1; ändern lässt sich %2</translation>
    </message>
    <message>
        <source>%1, and you can&apos;t change it</source>
        <translation>%1 und lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>%1, and you can&apos;t change it: %2</source>
        <translation>%1 und lässt sich nicht ändern: %2</translation>
    </message>
    <message>
        <source>%1; you can set it to %2 … %3</source>
        <translation>%1; einstellbar ist %2 … %3</translation>
    </message>
    <message>
        <source>%1; you can change it</source>
        <translation>%1; sie lässt sich ändern</translation>
    </message>
    <message>
        <source>%1; to turn it off, choose another value of %2</source>
        <translation>%1; zum Ausschalten einen anderen Wert von %2 wählen</translation>
    </message>
    <message>
        <source>%1; you can make it %2, for %3</source>
        <translation>%1; einstellbar ist %2, denn %3</translation>
    </message>
    <message>
        <source>%1 can&apos;t be %2 now: %3</source>
        <translation>%1 kann jetzt nicht %2 sein: %3</translation>
    </message>
    <message>
        <source>%1=%2</source>
        <translation>%1=%2</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>%1 is impossible</source>
        <translation>%1 ist unmöglich</translation>
    </message>
    <message>
        <source>%1 is defined by no file, so it is always n</source>
        <translation>keine Datei definiert %1, daher ist sie immer n</translation>
    </message>
    <message>
        <source>%1 has no prompt, its default is n, and nothing selects it</source>
        <translation>%1 hat keine Beschriftung, ihre Vorgabe ist n, und nichts wählt sie aus</translation>
    </message>
    <message>
        <source>%1 has no prompt and no default, and nothing selects it</source>
        <translation>%1 hat weder Beschriftung noch Vorgabe, und nichts wählt sie aus</translation>
    </message>
    <message>
        <source>%1=m needs %2</source>
        <translation>%1=m braucht %2</translation>
    </message>
    <message>
        <source>%1=m needs modules, which this tree does not have</source>
        <translation>%1=m braucht Module, die dieser Baum nicht hat</translation>
    </message>
    <message>
        <source>%1, which gave %2</source>
        <translation>%1 (ergab %2)</translation>
    </message>
    <message>
        <source>%1=y needs %2=y when %3 is y</source>
        <translation>%1=y braucht %2=y, wenn %3 y ist</translation>
    </message>
    <message>
        <source>%1 needs %2</source>
        <translation>%1 braucht %2</translation>
    </message>
    <message>
        <source>%1 has no prompt, and its default needs %2</source>
        <translation>%1 hat keine Beschriftung, und ihre Vorgabe braucht %2</translation>
    </message>
    <message>
        <source>%1 has no prompt: it has %2</source>
        <translation>%1 hat keine Beschriftung, nur %2</translation>
    </message>
    <message>
        <source>%1 comes only by %2</source>
        <translation>zu %1 führt nur %2</translation>
    </message>
    <message>
        <source>%1, or by %2</source>
        <translation>%1, oder %2</translation>
    </message>
    <message>
        <source>%1, or by %2 others like these</source>
        <translation>%1, oder %2 weitere von dieser Art</translation>
    </message>
    <message>
        <source>its default %1</source>
        <translation>ihre Vorgabe %1</translation>
    </message>
    <message>
        <source>a select from %1</source>
        <translation>ein select von %1</translation>
    </message>
    <message>
        <source>an imply from %1</source>
        <translation>ein imply von %1</translation>
    </message>
    <message>
        <source>%1 selects %2</source>
        <translation>%1 wählt %2 aus</translation>
    </message>
    <message>
        <source>%1 is %2 by default</source>
        <translation>%1 ist nach Vorgabe %2</translation>
    </message>
    <message>
        <source>%1 has no prompt and is %2 by default</source>
        <translation>%1 hat keine Beschriftung und ist nach Vorgabe %2</translation>
    </message>
    <message>
        <source>%1 is the only value that %2 can have</source>
        <translation>%1 ist der einzige Wert, den %2 haben kann</translation>
    </message>
    <message>
        <source>%1 and %2 are both values of %3, which has one at a time</source>
        <translation>%1 und %2 sind beide Werte von %3, und nur einer davon kann gewählt sein</translation>
    </message>
    <message>
        <source>%1 is to be kept at %2</source>
        <translation>%1 soll %2 bleiben</translation>
    </message>
    <message>
        <source>%1 can be m only where there are modules</source>
        <translation>%1 kann nur m sein, wo es Module gibt</translation>
    </message>
    <message>
        <source>%1 can&apos;t have that value by its own definition</source>
        <translation>%1 kann diesen Wert nach der eigenen Definition nicht haben</translation>
    </message>
    <message>
        <source>edits that achieve it would be lost when .config is read again: what is written there is limited by the prompts</source>
        <translation>Änderungen, die dazu führen, gingen beim nächsten Lesen von .config verloren: Was dort steht, wird durch die Beschriftungen begrenzt</translation>
    </message>
    <message>
        <source>time was up before the reasons were found</source>
        <translation>die Zeit war um, bevor die Gründe gefunden waren</translation>
    </message>
    <message>
        <source>only an option that is not set at all would allow it, and what is set can be changed, but not unset</source>
        <translation>nur eine Option, die gar nicht gesetzt ist, würde es zulassen, und was gesetzt ist, lässt sich ändern, aber nicht zurücknehmen</translation>
    </message>
    <message>
        <source>Some number or text of the tree can have too many values.</source>
        <translation>Eine Zahl oder ein Text des Baums kann zu viele Werte haben.</translation>
    </message>
    <message>
        <source>A number or text of the tree can have more values than can be tried.</source>
        <translation>Eine Zahl oder ein Text des Baums kann mehr Werte haben, als sich ausprobieren lassen.</translation>
    </message>
    <message>
        <source>It was stopped before everything was found.</source>
        <translation>Die Suche wurde beendet, bevor alles gefunden war.</translation>
    </message>
    <message>
        <source>Time was up before everything was found.</source>
        <translation>Die Zeit war um, bevor alles gefunden war.</translation>
    </message>
    <message>
        <source>%1 is not defined anywhere, so it can&apos;t be set</source>
        <translation>%1 ist nirgends definiert und lässt sich daher nicht setzen</translation>
    </message>
    <message>
        <source>%1 is not defined anywhere</source>
        <translation>%1 ist nirgends definiert</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no value for the %2 %3; use y, m or n</source>
        <translation>„%1“ ist kein Wert für %3 (%2); möglich ist y, m oder n</translation>
    </message>
    <message>
        <source>%1 is the value of a choice; choose another one instead</source>
        <translation>%1 ist der Wert einer Auswahl; stattdessen einen anderen wählen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no value for the %2 %3; use hexadecimal digits</source>
        <translation>„%1“ ist kein Wert für %3 (%2); möglich sind Hexadezimalziffern</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no value for the %2 %3; use decimal digits</source>
        <translation>„%1“ ist kein Wert für %3 (%2); möglich sind Dezimalziffern</translation>
    </message>
    <message>
        <source>%1 must be between %2 and %3</source>
        <translation>%1 muss zwischen %2 und %3 liegen</translation>
    </message>
    <message>
        <source>%1 can&apos;t be turned off</source>
        <translation>%1 lässt sich nicht ausschalten</translation>
    </message>
    <message>
        <source>%1 is held at %2 by a select of %3</source>
        <translation>%1 wird durch ein select von %3 auf %2 gehalten</translation>
    </message>
    <message>
        <source>%1 is held at %2 by a select</source>
        <translation>%1 wird durch ein select auf %2 gehalten</translation>
    </message>
    <message>
        <source>%1 has no prompt: its value follows from other options</source>
        <translation>%1 hat keine Beschriftung; ihr Wert folgt aus anderen Optionen</translation>
    </message>
    <message>
        <source>%1, or %2</source>
        <translation>%1, oder %2</translation>
    </message>
    <message>
        <source>%1; did you mean %2?</source>
        <translation>%1; war %2 gemeint?</translation>
    </message>
    <message>
        <source>%1; search for it by words: kconf search %2</source>
        <translation>%1; nach Wörtern suchen: kconf search %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a constant, and constants can&apos;t be changed; name an option</source>
        <translation>„%1“ ist eine Konstante, und Konstanten lassen sich nicht ändern; eine Option angeben</translation>
    </message>
    <message>
        <source>the tree has no option &apos;%1&apos;</source>
        <translation>der Baum hat keine Option „%1“</translation>
    </message>
    <message>
        <source>the tree has no option &apos;%1&apos;: expressions mention it, but no file defines it, so it is always n</source>
        <translation>der Baum hat keine Option „%1“: Ausdrücke nennen sie, aber keine Datei definiert sie, daher ist sie immer n</translation>
    </message>
    <message>
        <source>a bool</source>
        <translation>ein bool</translation>
    </message>
    <message>
        <source>a tristate</source>
        <translation>ein tristate</translation>
    </message>
    <message>
        <source>an int</source>
        <translation>ein int</translation>
    </message>
    <message>
        <source>a hex</source>
        <translation>ein hex</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>ein string</translation>
    </message>
    <message>
        <source>a choice</source>
        <translation>eine Auswahl</translation>
    </message>
    <message>
        <source>%1 is %2, which is y or n; only tristates can be m: write %1=y</source>
        <translation>%1 ist %2, also y oder n; nur ein tristate kann m sein: %1=y schreiben</translation>
    </message>
    <message>
        <source>%1= has no value; write %1=y or %1=n</source>
        <translation>%1= hat keinen Wert; %1=y oder %1=n schreiben</translation>
    </message>
    <message>
        <source>%1 is a choice; to choose one of its values, wish for that one</source>
        <translation>%1 ist eine Auswahl; um einen ihrer Werte zu wählen, diesen wünschen</translation>
    </message>
    <message>
        <source>%1 is a choice; to choose one of its values, wish for that one: %2=y</source>
        <translation>%1 ist eine Auswahl; um einen ihrer Werte zu wählen, diesen wünschen: %2=y</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no value for %2, which is %3; write %2=y or %2=n</source>
        <translation>„%1“ ist kein Wert für %2 (%3); %2=y oder %2=n schreiben</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no value for %2, which is %3; write %2=y, %2=m or %2=n</source>
        <translation>„%1“ ist kein Wert für %2 (%3); %2=y, %2=m oder %2=n schreiben</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no value for %2, which is %3; write %2=%4</source>
        <translation>„%1“ ist kein Wert für %2 (%3); %2=%4 schreiben</translation>
    </message>
    <message>
        <source>%1= has no value; write a number, as in %1=10</source>
        <translation>%1= hat keinen Wert; eine Zahl schreiben, etwa %1=10</translation>
    </message>
    <message>
        <source>%1= has no value; write a number, as in %1=0x10</source>
        <translation>%1= hat keinen Wert; eine Zahl schreiben, etwa %1=0x10</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no value for %2, which is %3; write decimal digits without leading zeros, as in %2=10</source>
        <translation>„%1“ ist kein Wert für %2 (%3); Dezimalziffern ohne führende Nullen schreiben, etwa %2=10</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no value for %2, which is %3; write hexadecimal digits, as in %2=0x1f</source>
        <translation>„%1“ ist kein Wert für %2 (%3); Hexadezimalziffern schreiben, etwa %2=0x1f</translation>
    </message>
    <message>
        <source>%1 is too large for %2: numbers have at most 64 bits; write a smaller one</source>
        <translation>%1 ist zu groß für %2: Zahlen haben höchstens 64 Bit; eine kleinere schreiben</translation>
    </message>
    <message>
        <source>%1 … %2 (%3)</source>
        <translation>%1 … %2 (%3)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be %2: it has to be within %3</source>
        <translation>%1 kann nicht %2 sein: erlaubt ist %3</translation>
    </message>
    <message>
        <source>the wish is for no option of this tree</source>
        <translation>der Wunsch gilt keiner Option dieses Baums</translation>
    </message>
    <message>
        <source>the text for %1 has a line break or a zero byte, which no configuration file can hold; leave it out</source>
        <translation>der Text für %1 hat einen Zeilenumbruch oder ein Nullbyte, was in keiner Konfigurationsdatei stehen kann; diese weglassen</translation>
    </message>
    <message>
        <source>%1 has no type, so it can&apos;t have a value; give it one (bool, int, …) where it is defined</source>
        <translation>%1 hat keinen Typ und kann daher keinen Wert haben; bei der Definition einen angeben (bool, int, …)</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no wish; write NAME=VALUE, as in %2=y</source>
        <translation>„%1“ ist kein Wunsch; NAME=WERT schreiben, etwa %2=y</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no wish; write NAME=VALUE, as in NET=y, without spaces</source>
        <translation>„%1“ ist kein Wunsch; NAME=WERT schreiben, etwa NET=y, ohne Leerzeichen</translation>
    </message>
    <message>
        <source>%1 can&apos;t be both &apos;%2&apos; and &apos;%3&apos;; leave one of the two wishes out</source>
        <translation>%1 kann nicht zugleich „%2“ und „%3“ sein; einen der beiden Wünsche weglassen</translation>
    </message>
    <message>
        <source>%1 is to be kept as it is and to become %2; leave one of the two out</source>
        <translation>%1 soll bleiben, wie sie ist, und %2 werden; eines von beiden weglassen</translation>
    </message>
    <message>
        <source>what is to be kept is no option of this tree</source>
        <translation>was bleiben soll, ist keine Option dieses Baums</translation>
    </message>
    <message>
        <source>error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>hint: %1</source>
        <translation>Abhilfe: %1</translation>
    </message>
    <message>
        <source>sourced from here</source>
        <translation>von hier eingelesen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not defined in this tree, so it is n here</source>
        <translation>„%1“ ist in diesem Baum nicht definiert, daher ist sie hier n</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not defined in this tree, so that selecting it does nothing</source>
        <translation>„%1“ ist in diesem Baum nicht definiert, daher bleibt es wirkungslos, sie auszuwählen</translation>
    </message>
    <message>
        <source>%1 and in 1 other place</source>
        <translation>%1, ebenso an 1 weiteren Stelle</translation>
    </message>
    <message>
        <source>%1 and in %2 other places</source>
        <translation>%1, ebenso an %2 weiteren Stellen</translation>
    </message>
    <message>
        <source>mentioned here, too</source>
        <translation>auch hier genannt</translation>
    </message>
    <message>
        <source>write n</source>
        <translation>n schreiben</translation>
    </message>
    <message>
        <source>write y</source>
        <translation>y schreiben</translation>
    </message>
    <message>
        <source>names stand without CONFIG_ here: write &apos;%1&apos;</source>
        <translation>Namen stehen hier ohne CONFIG_: „%1“ schreiben</translation>
    </message>
    <message>
        <source>define it, or remove what mentions it</source>
        <translation>sie definieren oder entfernen, was sie nennt</translation>
    </message>
    <message>
        <source>did you mean &apos;%1&apos;?</source>
        <translation>war „%1“ gemeint?</translation>
    </message>
    <message>
        <source>nothing can give &apos;%1&apos; a value, and nothing mentions it</source>
        <translation>nichts kann „%1“ einen Wert geben, und nichts nennt sie</translation>
    </message>
    <message>
        <source>nothing can give &apos;%1&apos; a value, although it is mentioned in 1 place</source>
        <translation>nichts kann „%1“ einen Wert geben, obwohl sie an 1 Stelle genannt ist</translation>
    </message>
    <message>
        <source>nothing can give &apos;%1&apos; a value, although it is mentioned in %2 places</source>
        <translation>nichts kann „%1“ einen Wert geben, obwohl sie an %2 Stellen genannt ist</translation>
    </message>
    <message>
        <source>remove it, or give it a prompt, a default, or an option that selects it</source>
        <translation>sie entfernen oder ihr eine Beschriftung, eine Vorgabe oder eine Option geben, die sie auswählt</translation>
    </message>
    <message>
        <source>%1 says no default: the first value that can be seen is taken</source>
        <translation>%1 nennt keine Vorgabe: Der erste sichtbare Wert wird genommen</translation>
    </message>
    <message>
        <source>add &apos;default %1&apos;</source>
        <translation>„default %1“ ergänzen</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>the prompt of %1 can never be seen</source>
        <translation>die Beschriftung von %1 ist nie zu sehen</translation>
    </message>
    <message>
        <source>%1, nor can 1 other for the same reason</source>
        <translation>%1, aus demselben Grund auch 1 weitere nicht</translation>
    </message>
    <message>
        <source>%1, nor can %2 others for the same reason</source>
        <translation>%1, aus demselben Grund auch %2 weitere nicht</translation>
    </message>
    <message>
        <source>nor can the prompt of %1</source>
        <translation>auch die Beschriftung von %1 nicht</translation>
    </message>
    <message>
        <source>this default of %1 can never apply</source>
        <translation>diese Vorgabe von %1 kann nie gelten</translation>
    </message>
    <message>
        <source>%1 can never be on</source>
        <translation>%1 kann nie an sein</translation>
    </message>
    <message>
        <source>this one comes first</source>
        <translation>diese kommt zuerst</translation>
    </message>
    <message>
        <source>move it before the default that always wins, or remove it</source>
        <translation>sie vor die Vorgabe setzen, die immer gewinnt, oder entfernen</translation>
    </message>
    <message>
        <source>remove it, or correct the conditions of its defaults and selects</source>
        <translation>sie entfernen oder die Bedingungen ihrer Vorgaben und selects berichtigen</translation>
    </message>
    <message>
        <source>correct one of the conditions, or remove what they guard</source>
        <translation>eine der Bedingungen berichtigen oder entfernen, was unter ihnen steht</translation>
    </message>
    <message>
        <source>correct the condition, or remove what it guards</source>
        <translation>die Bedingung berichtigen oder entfernen, was unter ihr steht</translation>
    </message>
    <message>
        <source>&apos;%1&apos; can&apos;t hold in any configuration</source>
        <translation>„%1“ kann in keiner Konfiguration gelten</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is one of %2 conditions that exclude each other</source>
        <translation>„%1“ ist eine von %2 Bedingungen, die einander ausschließen</translation>
    </message>
    <message>
        <source>%1 selects %2, which has a prompt and depends on %3</source>
        <translation>%1 wählt %2 aus, eine Option mit Beschriftung, die von %3 abhängt</translation>
    </message>
    <message>
        <source>prefer &apos;depends on %1&apos; or &apos;imply %1&apos;</source>
        <translation>besser „depends on %1“ oder „imply %1“ verwenden</translation>
    </message>
    <message>
        <source>%1 is defined here</source>
        <translation>%1 ist hier definiert</translation>
    </message>
    <message>
        <source>%1 can select %2 while %2&apos;s dependency on %3 is not met</source>
        <translation>%1 kann %2 auswählen, während die Abhängigkeit der Option %2 von %3 nicht erfüllt ist</translation>
    </message>
    <message>
        <source>%1 can select %2 while %2&apos;s dependency on %3 is not met: not excluded, but not seen either</source>
        <translation>%1 kann %2 auswählen, während die Abhängigkeit der Option %2 von %3 nicht erfüllt ist: nicht ausgeschlossen, aber auch nicht beobachtet</translation>
    </message>
    <message>
        <source>let %1 depend on it, or write &apos;select %2 if …&apos;</source>
        <translation>%1 davon abhängig machen oder „select %2 if …“ schreiben</translation>
    </message>
    <message>
        <source>it happens with %1</source>
        <translation>es geschieht mit %1</translation>
    </message>
    <message>
        <source>nothing but the defaults</source>
        <translation>nichts als den Vorgaben</translation>
    </message>
    <message>
        <source>%1 options set</source>
        <translation>%1 gesetzten Optionen</translation>
    </message>
    <message>
        <source>it happened in a configuration chosen at random</source>
        <translation>es geschah in einer zufällig gewählten Konfiguration</translation>
    </message>
    <message>
        <source>the line ends</source>
        <translation>die Zeile endet</translation>
    </message>
    <message>
        <source>there is the keyword &apos;%1&apos;</source>
        <translation>da steht das Schlüsselwort „%1“</translation>
    </message>
    <message>
        <source>there is &apos;%1&apos;</source>
        <translation>da steht „%1“</translation>
    </message>
    <message>
        <source>expected %1, but %2</source>
        <translation>%1 erwartet, aber %2</translation>
    </message>
    <message>
        <source>a symbol</source>
        <translation>ein Symbol</translation>
    </message>
    <message>
        <source>the end of the line</source>
        <translation>das Zeilenende</translation>
    </message>
    <message>
        <source>unknown option: %1</source>
        <translation>unbekannte Option: %1</translation>
    </message>
    <message>
        <source>a keyword</source>
        <translation>ein Schlüsselwort</translation>
    </message>
    <message>
        <source>a title</source>
        <translation>ein Titel</translation>
    </message>
    <message>
        <source>the text of the prompt</source>
        <translation>der Text der Beschriftung</translation>
    </message>
    <message>
        <source>the name of an environment variable</source>
        <translation>der Name einer Umgebungsvariablen</translation>
    </message>
    <message>
        <source>the path of a file</source>
        <translation>der Pfad einer Datei</translation>
    </message>
    <message>
        <source>%1 has to be quoted in the dialect %2</source>
        <translation>%1 braucht im Dialekt %2 Anführungszeichen</translation>
    </message>
    <message>
        <source>of Unikraft (Linux 5.2)</source>
        <translation>von Unikraft (Linux 5.2)</translation>
    </message>
    <message>
        <source>of Linux 6.1</source>
        <translation>von Linux 6.1</translation>
    </message>
    <message>
        <source>of Linux 6.12</source>
        <translation>von Linux 6.12</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no keyword in the dialect %2</source>
        <translation>„%1“ ist im Dialekt %2 kein Schlüsselwort</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a keyword</source>
        <translation>„%1“ ist kein Schlüsselwort</translation>
    </message>
    <message>
        <source>a %1 can&apos;t stand directly in a choice</source>
        <translation>„%1“ kann nicht direkt in einer Auswahl stehen</translation>
    </message>
    <message>
        <source>blocks are nested more than %1 deep</source>
        <translation>Blöcke sind mehr als %1 tief verschachtelt</translation>
    </message>
    <message>
        <source>&apos;end%1&apos; closes nothing in this file</source>
        <translation>„end%1“ schließt nichts in dieser Datei</translation>
    </message>
    <message>
        <source>remove it, or open a &apos;%1&apos; before it; a block ends in the file it begins in</source>
        <translation>es entfernen oder davor ein „%1“ öffnen; ein Block endet in der Datei, in der er beginnt</translation>
    </message>
    <message>
        <source>the innermost open block is this %1</source>
        <translation>der innerste offene Block ist dieses %1</translation>
    </message>
    <message>
        <source>&apos;end%1&apos; comes before &apos;end%2&apos;</source>
        <translation>„end%1“ kommt vor „end%2“</translation>
    </message>
    <message>
        <source>add &apos;end%1&apos; above it</source>
        <translation>darüber „end%1“ ergänzen</translation>
    </message>
    <message>
        <source>this attribute means nothing for %1</source>
        <translation>%1 hat kein solches Attribut</translation>
    </message>
    <message>
        <source>a menu</source>
        <translation>ein Menü</translation>
    </message>
    <message>
        <source>a comment</source>
        <translation>ein Kommentar</translation>
    </message>
    <message>
        <source>a config</source>
        <translation>ein config</translation>
    </message>
    <message>
        <source>no file matches &apos;%1&apos;</source>
        <translation>keine Datei passt zu „%1“</translation>
    </message>
    <message>
        <source>&apos;%1&apos; sources itself</source>
        <translation>„%1“ liest sich selbst ein</translation>
    </message>
    <message>
        <source>this %1 is not closed in its file</source>
        <translation>dieses %1 wird in seiner Datei nicht geschlossen</translation>
    </message>
    <message>
        <source>add &apos;end%1&apos;</source>
        <translation>„end%1“ ergänzen</translation>
    </message>
    <message>
        <source>the bool &apos;%1&apos; is compared with m, which it never is</source>
        <translation>das bool „%1“ wird mit m verglichen, was es nie ist</translation>
    </message>
    <message>
        <source>can&apos;t read &apos;%1&apos;: %2</source>
        <translation>„%1“ ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>add %1; a string can&apos;t span lines</source>
        <translation>%1 ergänzen; eine Zeichenkette kann nicht über mehrere Zeilen gehen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; means nothing here and is ignored</source>
        <translation>„%1“ bedeutet hier nichts und wird übergangen</translation>
    </message>
    <message>
        <source>a shell command was not run: %1</source>
        <translation>ein Shell-Befehl wurde nicht ausgeführt: %1</translation>
    </message>
    <message>
        <source>a shell command %1: %2</source>
        <translation>ein Shell-Befehl %1: %2</translation>
    </message>
    <message>
        <source>variable &apos;%1&apos; refers to itself</source>
        <translation>Variable „%1“ verweist auf sich selbst</translation>
    </message>
    <message>
        <source>&apos;$(%1)&apos; takes %2 argument(s), not %3</source>
        <translation>„$(%1)“ nimmt %2 Argument(e), nicht %3</translation>
    </message>
    <message>
        <source>the choice value &apos;%1&apos;</source>
        <translation>der Auswahlwert „%1“</translation>
    </message>
    <message>
        <source>this choice</source>
        <translation>diese Auswahl</translation>
    </message>
    <message>
        <source>choice &apos;%1&apos;</source>
        <translation>Auswahl „%1“</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 has no prompt</source>
        <translation>%1 hat keine Beschriftung</translation>
    </message>
    <message>
        <source>%1 has no type</source>
        <translation>%1 hat keinen Typ</translation>
    </message>
    <message>
        <source>the default of %1 has no effect</source>
        <translation>%1 hat eine Vorgabe ohne Wirkung</translation>
    </message>
    <message>
        <source>put &apos;default %1&apos; into the choice</source>
        <translation>„default %1“ in die Auswahl schreiben</translation>
    </message>
    <message>
        <source>%1 has a prompt outside its choice</source>
        <translation>%1 hat eine Beschriftung außerhalb der Auswahl</translation>
    </message>
    <message>
        <source>%1 is no bool</source>
        <translation>%1 ist kein bool</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a %2 already; this type is ignored</source>
        <translation>„%1“ ist schon ein %2; dieser Typ wird übergangen</translation>
    </message>
    <message>
        <source>the default of the %1 %2 can&apos;t be an expression</source>
        <translation>die Vorgabe von %2 (%1) kann kein Ausdruck sein</translation>
    </message>
    <message>
        <source>the default of %1 is no %2</source>
        <translation>%1 hat eine Vorgabe, die kein %2 ist</translation>
    </message>
    <message>
        <source>%1 is no value of %2</source>
        <translation>%2 hat keinen Wert %1</translation>
    </message>
    <message>
        <source>%1 is a %2 and can&apos;t %3</source>
        <translation>%1 ist ein %2 und kann kein %3 haben</translation>
    </message>
    <message>
        <source>%1 is a %2; it can&apos;t be the target of %3</source>
        <translation>%1 ist ein %2 und kann nicht das Ziel von %3 sein</translation>
    </message>
    <message>
        <source>%1 is a %2; a range means nothing for it</source>
        <translation>%1 ist ein %2; ein Bereich bedeutet dafür nichts</translation>
    </message>
    <message>
        <source>&apos;modules&apos; belongs to &apos;%1&apos; already</source>
        <translation>„modules“ gehört schon zu „%1“</translation>
    </message>
    <message>
        <source>&apos;option defconfig_list&apos; belongs to &apos;%1&apos; already</source>
        <translation>„option defconfig_list“ gehört schon zu „%1“</translation>
    </message>
    <message>
        <source>the environment variable &apos;%1&apos; is not set</source>
        <translation>die Umgebungsvariable „%1“ ist nicht gesetzt</translation>
    </message>
    <message>
        <source>options look like &apos;%1NAME=value&apos; or &apos;# %1NAME is not set&apos;</source>
        <translation>Optionen sehen aus wie „%1NAME=Wert“ oder „# %1NAME is not set“</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no value for the string &apos;%2&apos;; the line is ignored</source>
        <translation>„%1“ ist kein Wert für den string „%2“; die Zeile wird übergangen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no value for the %2 &apos;%3&apos;; the line is ignored</source>
        <translation>„%1“ ist kein Wert für „%3“ (%2); die Zeile wird übergangen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is m in a choice of which another value is y</source>
        <translation>„%1“ ist m in einer Auswahl, von der ein anderer Wert y ist</translation>
    </message>
    <message>
        <source>&apos;%1&apos; changes a choice that an earlier line has made</source>
        <translation>„%1“ ändert eine Auswahl, die eine frühere Zeile getroffen hat</translation>
    </message>
    <message>
        <source>unknown symbol &apos;%1&apos;</source>
        <translation>unbekanntes Symbol „%1“</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is set again; the last line counts</source>
        <translation>„%1“ wird noch einmal gesetzt; die letzte Zeile zählt</translation>
    </message>
    <message>
        <source>%1 is outside the range of &apos;%2&apos;; the nearest bound is used</source>
        <translation>%1 liegt außerhalb des Bereichs von „%2“; die nächste Grenze gilt</translation>
    </message>
    <message>
        <source>%1 is outside the range of &apos;%2&apos;; the default is used</source>
        <translation>%1 liegt außerhalb des Bereichs von „%2“; die Vorgabe gilt</translation>
    </message>
    <message>
        <source>write a value from %1 to %2</source>
        <translation>einen Wert von %1 bis %2 schreiben</translation>
    </message>
    <message>
        <source>dependency loop: %1</source>
        <translation>Abhängigkeitskreis: %1</translation>
    </message>
    <message>
        <source>%1, and so on round to itself</source>
        <translation>%1, und so weiter im Kreis</translation>
    </message>
    <message>
        <source>%1 has the value %2</source>
        <translation>%1 hat den Wert %2</translation>
    </message>
    <message>
        <source>%1 is a value of %2</source>
        <translation>%1 ist ein Wert von %2</translation>
    </message>
    <message>
        <source>%1 depends on %2</source>
        <translation>%1 hängt von %2 ab</translation>
    </message>
    <message>
        <source>%1 is selected by %2</source>
        <translation>%1 wird von %2 ausgewählt</translation>
    </message>
    <message>
        <source>%1 is implied by %2</source>
        <translation>%1 wird von %2 nahegelegt</translation>
    </message>
    <message>
        <source>%1 is selected under a condition on %2</source>
        <translation>%1 wird unter einer Bedingung mit %2 ausgewählt</translation>
    </message>
    <message>
        <source>%1 is implied under a condition on %2</source>
        <translation>%1 wird unter einer Bedingung mit %2 nahegelegt</translation>
    </message>
    <message>
        <source>%1 has a default that is %2</source>
        <translation>%1 hat als Vorgabe %2</translation>
    </message>
    <message>
        <source>%1 has a prompt that depends on %2</source>
        <translation>%1 hat eine Beschriftung, die von %2 abhängt</translation>
    </message>
    <message>
        <source>%1 has a range that depends on %2</source>
        <translation>%1 hat einen Bereich, der von %2 abhängt</translation>
    </message>
    <message>
        <source>%1 has a default that depends on %2</source>
        <translation>%1 hat eine Vorgabe, die von %2 abhängt</translation>
    </message>
    <message>
        <source>this expression is too large</source>
        <translation>dieser Ausdruck ist zu groß</translation>
    </message>
    <message>
        <source>give parts of it a name with a symbol of its own (def_bool)</source>
        <translation>Teilen davon mit eigenen Symbolen (def_bool) Namen geben</translation>
    </message>
    <message>
        <source>close the parenthesis</source>
        <translation>die Klammer schließen</translation>
    </message>
    <message>
        <source>it was opened here</source>
        <translation>sie wurde hier geöffnet</translation>
    </message>
    <message>
        <source>write the name of a symbol, y, m, n, or a quoted value</source>
        <translation>den Namen eines Symbols, y, m, n oder einen Wert in Anführungszeichen schreiben</translation>
    </message>
    <message>
        <source>write the name of the symbol without quotes</source>
        <translation>den Namen des Symbols ohne Anführungszeichen schreiben</translation>
    </message>
    <message>
        <source>a keyword can&apos;t be the name of a symbol; put it in quotes if it is a value</source>
        <translation>ein Schlüsselwort kann kein Symbol benennen; es in Anführungszeichen setzen, wenn es ein Wert ist</translation>
    </message>
    <message>
        <source>the file does not end with a newline</source>
        <translation>die Datei endet nicht mit einem Zeilenumbruch</translation>
    </message>
    <message>
        <source>add one; conf complains about it, too</source>
        <translation>einen ergänzen; auch conf beanstandet das</translation>
    </message>
    <message>
        <source>this string has no closing quote on its line</source>
        <translation>diese Zeichenkette hat auf ihrer Zeile kein schließendes Anführungszeichen</translation>
    </message>
    <message>
        <source>put quotes around text that is not a plain word</source>
        <translation>Text, der kein einfaches Wort ist, in Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>the lines of this file end in CR LF</source>
        <translation>die Zeilen dieser Datei enden mit CR LF</translation>
    </message>
    <message>
        <source>let them end in LF alone; conf warns about each of them</source>
        <translation>sie nur mit LF enden lassen; conf warnt bei jeder von ihnen</translation>
    </message>
    <message>
        <source>separate arguments by commas; a comma inside an argument needs a variable</source>
        <translation>Argumente durch Kommas trennen; ein Komma innerhalb eines Arguments braucht eine Variable</translation>
    </message>
    <message>
        <source>the tree asks for this stop with $(error-if)</source>
        <translation>der Baum verlangt diesen Halt mit $(error-if)</translation>
    </message>
    <message>
        <source>trust the tree to let its $(shell) commands run</source>
        <translation>dem Baum vertrauen, damit seine $(shell)-Befehle laufen</translation>
    </message>
    <message>
        <source>&apos;$(&apos; has no matching &apos;)&apos;</source>
        <translation>zu „$(“ fehlt die schließende „)“</translation>
    </message>
    <message>
        <source>close the reference on the same line; a macro can&apos;t span lines</source>
        <translation>den Verweis auf derselben Zeile schließen; ein Makro kann nicht über mehrere Zeilen gehen</translation>
    </message>
    <message>
        <source>macros are nested too deeply</source>
        <translation>Makros sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>look for a function or variable that calls itself</source>
        <translation>nach einer Funktion oder Variablen suchen, die sich selbst aufruft</translation>
    </message>
    <message>
        <source>the expansion of this macro does not come to an end</source>
        <translation>die Expansion dieses Makros kommt an kein Ende</translation>
    </message>
    <message>
        <source>the expansion of this macro is longer than a megabyte</source>
        <translation>die Expansion dieses Makros ist länger als ein Megabyte</translation>
    </message>
    <message>
        <source>look for variables that double each other</source>
        <translation>nach Variablen suchen, die einander verdoppeln</translation>
    </message>
    <message>
        <source>this macro call has more than 16 arguments</source>
        <translation>dieser Makroaufruf hat mehr als 16 Argumente</translation>
    </message>
    <message>
        <source>join some of them, or use a variable</source>
        <translation>einige zusammenfassen oder eine Variable verwenden</translation>
    </message>
    <message>
        <source>use &apos;:=&apos; so that the right side is expanded at once, or break the circle</source>
        <translation>„:=“ verwenden, damit die rechte Seite sofort expandiert wird, oder den Kreis durchbrechen</translation>
    </message>
    <message>
        <source>give it one, or it can&apos;t be chosen</source>
        <translation>ihm eine geben, sonst ist er nicht zu wählen</translation>
    </message>
    <message>
        <source>keep the prompt in the choice</source>
        <translation>die Beschriftung in der Auswahl behalten</translation>
    </message>
    <message>
        <source>begin the line with config, menu, if, source, … or remove it</source>
        <translation>die Zeile mit config, menu, if, source, … beginnen oder entfernen</translation>
    </message>
    <message>
        <source>leave the line out</source>
        <translation>die Zeile weglassen</translation>
    </message>
    <message>
        <source>write &apos;source&apos; with a path from the root of the tree</source>
        <translation>„source“ mit einem Pfad ab der Wurzel des Baums schreiben</translation>
    </message>
    <message>
        <source>write &apos;help&apos;</source>
        <translation>„help“ schreiben</translation>
    </message>
    <message>
        <source>write &apos;modules&apos; for &apos;option modules&apos;, and $(NAME) for &apos;option env&apos;</source>
        <translation>„modules“ statt „option modules“ und $(NAME) statt „option env“ schreiben</translation>
    </message>
    <message>
        <source>give the choice a config entry for none of the others</source>
        <translation>der Auswahl einen config-Eintrag für „keinen der anderen“ geben</translation>
    </message>
    <message>
        <source>this keyword can&apos;t begin a line</source>
        <translation>dieses Schlüsselwort kann keine Zeile beginnen</translation>
    </message>
    <message>
        <source>it belongs behind another one (&apos;depends on&apos;, &apos;option modules&apos;)</source>
        <translation>es gehört hinter ein anderes („depends on“, „option modules“)</translation>
    </message>
    <message>
        <source>a choice holds config entries; close it with &apos;endchoice&apos; first</source>
        <translation>eine Auswahl enthält config-Einträge; sie zuerst mit „endchoice“ schließen</translation>
    </message>
    <message>
        <source>the choice begins here</source>
        <translation>die Auswahl beginnt hier</translation>
    </message>
    <message>
        <source>a choice has no name in the dialect of Linux 6.12</source>
        <translation>eine Auswahl hat im Dialekt von Linux 6.12 keinen Namen</translation>
    </message>
    <message>
        <source>leave the name out</source>
        <translation>den Namen weglassen</translation>
    </message>
    <message>
        <source>&apos;mainmenu&apos; must be the first statement</source>
        <translation>„mainmenu“ muss die erste Anweisung sein</translation>
    </message>
    <message>
        <source>move it to the top of the root file</source>
        <translation>es an den Anfang der Wurzeldatei setzen</translation>
    </message>
    <message>
        <source>what is inside is read as part of the block around it</source>
        <translation>was darin steht, wird als Teil des umgebenden Blocks gelesen</translation>
    </message>
    <message>
        <source>this block is still open</source>
        <translation>dieser Block ist noch offen</translation>
    </message>
    <message>
        <source>an assignment can&apos;t stand in a choice</source>
        <translation>eine Zuweisung kann nicht in einer Auswahl stehen</translation>
    </message>
    <message>
        <source>move it in front of the choice</source>
        <translation>sie vor die Auswahl setzen</translation>
    </message>
    <message>
        <source>put it in double quotes</source>
        <translation>in doppelte Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>a condition begins with &apos;if&apos;; operands are joined by &amp;&amp; and ||</source>
        <translation>eine Bedingung beginnt mit „if“; Operanden werden durch &amp;&amp; und || verbunden</translation>
    </message>
    <message>
        <source>move it to the config entry that it describes</source>
        <translation>es zu dem config-Eintrag setzen, den es beschreibt</translation>
    </message>
    <message>
        <source>this attribute belongs to no entry</source>
        <translation>dieses Attribut gehört zu keinem Eintrag</translation>
    </message>
    <message>
        <source>put it below the config, choice, menu or comment it describes</source>
        <translation>es unter das config, choice, menu oder comment setzen, das es beschreibt</translation>
    </message>
    <message>
        <source>write &apos;depends on …&apos;</source>
        <translation>„depends on …“ schreiben</translation>
    </message>
    <message>
        <source>&apos;bool&apos; has to be followed by the prompt of the choice</source>
        <translation>auf „bool“ muss die Beschriftung der Auswahl folgen</translation>
    </message>
    <message>
        <source>a choice can&apos;t be tristate in the dialect of Linux 6.12</source>
        <translation>eine Auswahl kann im Dialekt von Linux 6.12 nicht tristate sein</translation>
    </message>
    <message>
        <source>write &apos;prompt &quot;…&quot;&apos; instead</source>
        <translation>stattdessen „prompt &quot;…&quot;“ schreiben</translation>
    </message>
    <message>
        <source>the default of a choice is a symbol, nothing else</source>
        <translation>die Vorgabe einer Auswahl ist ein Symbol, nichts anderes</translation>
    </message>
    <message>
        <source>write the name of one of its symbols without quotes</source>
        <translation>den Namen eines ihrer Symbole ohne Anführungszeichen schreiben</translation>
    </message>
    <message>
        <source>the options are modules, defconfig_list, allnoconfig_y and env=…</source>
        <translation>die Optionen sind modules, defconfig_list, allnoconfig_y und env=…</translation>
    </message>
    <message>
        <source>this entry has a help text already</source>
        <translation>dieser Eintrag hat schon einen Hilfetext</translation>
    </message>
    <message>
        <source>keep one of the two; the last one is shown</source>
        <translation>einen der beiden behalten; der letzte wird gezeigt</translation>
    </message>
    <message>
        <source>this help is empty</source>
        <translation>diese Hilfe ist leer</translation>
    </message>
    <message>
        <source>write some, indented below it, or remove the line</source>
        <translation>welche schreiben, darunter eingerückt, oder die Zeile entfernen</translation>
    </message>
    <message>
        <source>this menuconfig has no prompt, so there is no menu to see</source>
        <translation>dieses menuconfig hat keine Beschriftung, daher ist kein Menü zu sehen</translation>
    </message>
    <message>
        <source>add a prompt, or write config</source>
        <translation>eine Beschriftung ergänzen oder config schreiben</translation>
    </message>
    <message>
        <source>a &apos;source&apos; can&apos;t stand in a choice</source>
        <translation>ein „source“ kann nicht in einer Auswahl stehen</translation>
    </message>
    <message>
        <source>write the config entries themselves, or source the whole choice</source>
        <translation>die config-Einträge selbst schreiben oder die ganze Auswahl mit source einlesen</translation>
    </message>
    <message>
        <source>too many files source each other</source>
        <translation>zu viele Dateien lesen einander ein</translation>
    </message>
    <message>
        <source>the file is not read; look for generated files that grow</source>
        <translation>die Datei wird nicht gelesen; nach erzeugten Dateien suchen, die wachsen</translation>
    </message>
    <message>
        <source>remove one of the source statements in the circle</source>
        <translation>eine der source-Anweisungen im Kreis entfernen</translation>
    </message>
    <message>
        <source>nothing is read for it; correct the path if that is not intended</source>
        <translation>dafür wird nichts gelesen; den Pfad berichtigen, wenn das nicht so gemeint ist</translation>
    </message>
    <message>
        <source>correct the path, or create the file</source>
        <translation>den Pfad berichtigen oder die Datei anlegen</translation>
    </message>
    <message>
        <source>name the root file of the tree (Config.uk, Kconfig)</source>
        <translation>die Wurzeldatei des Baums nennen (Config.uk, Kconfig)</translation>
    </message>
    <message>
        <source>the file ends here</source>
        <translation>die Datei endet hier</translation>
    </message>
    <message>
        <source>add bool, tristate, int, hex or string</source>
        <translation>bool, tristate, int, hex oder string ergänzen</translation>
    </message>
    <message>
        <source>add one; nobody can see the choice without it</source>
        <translation>eine ergänzen; ohne sie ist die Auswahl nicht zu sehen</translation>
    </message>
    <message>
        <source>write one value or one symbol</source>
        <translation>einen Wert oder ein Symbol schreiben</translation>
    </message>
    <message>
        <source>write a number without quotes around blanks or letters</source>
        <translation>eine Zahl schreiben, nicht Leerzeichen oder Buchstaben in Anführungszeichen</translation>
    </message>
    <message>
        <source>name one of the symbols between choice and endchoice</source>
        <translation>eines der Symbole zwischen choice und endchoice nennen</translation>
    </message>
    <message>
        <source>only bool and tristate symbols can</source>
        <translation>nur Symbole vom Typ bool und tristate können eines haben</translation>
    </message>
    <message>
        <source>only bool and tristate symbols can be</source>
        <translation>nur Symbole vom Typ bool und tristate können es sein</translation>
    </message>
    <message>
        <source>ranges are for int and hex; remove the line</source>
        <translation>Bereiche sind für int und hex; die Zeile entfernen</translation>
    </message>
    <message>
        <source>a bound of this range is no number</source>
        <translation>eine Grenze dieses Bereichs ist keine Zahl</translation>
    </message>
    <message>
        <source>write numbers or int and hex symbols</source>
        <translation>Zahlen oder Symbole vom Typ int und hex schreiben</translation>
    </message>
    <message>
        <source>blanks before the text are dropped</source>
        <translation>Leerzeichen vor dem Text fallen weg</translation>
    </message>
    <message>
        <source>remove them</source>
        <translation>sie entfernen</translation>
    </message>
    <message>
        <source>this entry has a prompt already</source>
        <translation>dieser Eintrag hat schon eine Beschriftung</translation>
    </message>
    <message>
        <source>the first prompt is here</source>
        <translation>die erste Beschriftung ist hier</translation>
    </message>
    <message>
        <source>give all definitions of a symbol the same type</source>
        <translation>allen Definitionen eines Symbols denselben Typ geben</translation>
    </message>
    <message>
        <source>its first definition is here</source>
        <translation>die erste Definition ist hier</translation>
    </message>
    <message>
        <source>this choice has no prompt</source>
        <translation>diese Auswahl hat keine Beschriftung</translation>
    </message>
    <message>
        <source>add &apos;bool&apos; to it</source>
        <translation>„bool“ ergänzen</translation>
    </message>
    <message>
        <source>only one symbol of a tree can have it; remove one</source>
        <translation>nur ein Symbol eines Baums kann es haben; eines entfernen</translation>
    </message>
    <message>
        <source>set it, or give the symbol a default</source>
        <translation>sie setzen oder dem Symbol eine Vorgabe geben</translation>
    </message>
    <message>
        <source>this line is no option and is ignored</source>
        <translation>diese Zeile ist keine Option und wird übergangen</translation>
    </message>
    <message>
        <source>write hexadecimal digits, as in 0x1f</source>
        <translation>hexadezimale Ziffern schreiben, wie in 0x1f</translation>
    </message>
    <message>
        <source>write decimal digits without leading zeros</source>
        <translation>dezimale Ziffern ohne führende Nullen schreiben</translation>
    </message>
    <message>
        <source>write y, m or n</source>
        <translation>y, m oder n schreiben</translation>
    </message>
    <message>
        <source>write y or n</source>
        <translation>y oder n schreiben</translation>
    </message>
    <message>
        <source>put the text in double quotes</source>
        <translation>den Text in doppelte Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>this text has no closing quote and is ignored</source>
        <translation>dieser Text hat kein schließendes Anführungszeichen und wird übergangen</translation>
    </message>
    <message>
        <source>end it with &apos;&quot;&apos;</source>
        <translation>ihn mit „&quot;“ beenden</translation>
    </message>
    <message>
        <source>set one value of the choice to y, or none</source>
        <translation>einen Wert der Auswahl auf y setzen oder keinen</translation>
    </message>
    <message>
        <source>keep one of the lines; the last one counts</source>
        <translation>eine der Zeilen behalten; die letzte zählt</translation>
    </message>
    <message>
        <source>remove the line; the tree has no such option</source>
        <translation>die Zeile entfernen; der Baum hat keine solche Option</translation>
    </message>
    <message>
        <source>it was set here before</source>
        <translation>sie wurde zuvor hier gesetzt</translation>
    </message>
    <message>
        <source>keep one of the lines</source>
        <translation>eine der Zeilen behalten</translation>
    </message>
    <message>
        <source>break the circle; a select that should be a depends on is the usual reason</source>
        <translation>den Kreis durchbrechen; meist ist der Grund ein select, das ein depends on sein sollte</translation>
    </message>
    <message>
        <source>more errors follow that are not shown</source>
        <translation>weitere Fehler folgen, die nicht gezeigt werden</translation>
    </message>
    <message>
        <source>more remarks follow that are not shown</source>
        <translation>weitere Bemerkungen folgen, die nicht gezeigt werden</translation>
    </message>
    <message>
        <source>repair the first ones and load again</source>
        <translation>die ersten beheben und noch einmal laden</translation>
    </message>
    <message>
        <source>compare it with y or n, or make it a tristate</source>
        <translation>es mit y oder n vergleichen oder ein tristate daraus machen</translation>
    </message>
    <message>
        <source>Without a default the first value that can be seen is taken, so that reordering the values changes configurations. Name the default in the choice.</source>
        <translation>Ohne Vorgabe wird der erste sichtbare Wert genommen, sodass eine andere Reihenfolge der Werte Konfigurationen ändert. Die Vorgabe in der Auswahl nennen.</translation>
    </message>
    <message>
        <source>Its condition can&apos;t hold, or an earlier default always comes first. Remove the line or correct its condition or place.</source>
        <translation>Ihre Bedingung kann nicht gelten, oder eine frühere Vorgabe kommt immer zuerst. Die Zeile entfernen oder ihre Bedingung oder ihren Platz berichtigen.</translation>
    </message>
    <message>
        <source>No value can be worked out for them. The notes go round the circle. A select that should be a depends on is the usual reason.</source>
        <translation>Für sie ist kein Wert zu bestimmen. Die Hinweise gehen den Kreis entlang. Meist ist der Grund ein select, das ein depends on sein sollte.</translation>
    </message>
    <message>
        <source>An error of the language; what could be read was examined all the same.</source>
        <translation>Ein Fehler der Sprache; was lesbar war, wurde trotzdem geprüft.</translation>
    </message>
    <message>
        <source>The engine went on, but what it did may not be what was meant.</source>
        <translation>Das Einlesen ging weiter, aber vielleicht anders, als es gemeint war.</translation>
    </message>
    <message>
        <source>No configuration fulfils its condition, whatever the undefined symbols and macros are. The note says which conditions exclude each other.</source>
        <translation>Keine Konfiguration erfüllt ihre Bedingung, was auch immer die nicht definierten Symbole und Makros sind. Der Hinweis sagt, welche Bedingungen einander ausschließen.</translation>
    </message>
    <message>
        <source>There is a configuration in which the select holds and the direct dependencies of its target do not. Make the selecting option depend on what the target needs, or put the condition on the select.</source>
        <translation>Es gibt eine Konfiguration, in der das select gilt und die direkten Abhängigkeiten seines Ziels nicht. Die auswählende Option von dem abhängig machen, was das Ziel braucht, oder dem select die Bedingung geben.</translation>
    </message>
    <message>
        <source>select takes no notice of dependencies, and users lose an option that they could have set. Prefer depends on or imply, or select only options without prompts.</source>
        <translation>select beachtet keine Abhängigkeiten, und Benutzer verlieren eine Option, die sie hätten setzen können. Besser depends on oder imply verwenden oder nur Optionen ohne Beschriftung auswählen.</translation>
    </message>
    <message>
        <source>Nothing can give it another value than n in any configuration. Remove it, or correct the conditions of its defaults and of the selects that name it.</source>
        <translation>Nichts kann ihr in irgendeiner Konfiguration einen anderen Wert als n geben. Sie entfernen oder die Bedingungen ihrer Vorgaben und der selects berichtigen, die sie nennen.</translation>
    </message>
    <message>
        <source>The first type is used; give all definitions the same one.</source>
        <translation>Der erste Typ gilt; allen Definitionen denselben geben.</translation>
    </message>
    <message>
        <source>It is n wherever it stands. A slip of the pen, an option that has gone, or one of another architecture.</source>
        <translation>Sie ist n, wo immer sie steht. Ein Schreibfehler, eine Option, die es nicht mehr gibt, oder die Option einer anderen Architektur.</translation>
    </message>
    <message>
        <source>It has no prompt and no default, and nobody selects or implies it: it is a name without a value. Remove it, or give it what is missing.</source>
        <translation>Sie hat weder Beschriftung noch Vorgabe, und nichts wählt sie aus oder legt sie nahe: Sie ist ein Name ohne Wert. Sie entfernen oder ihr geben, was fehlt.</translation>
    </message>
    <message>
        <source>could not be run</source>
        <translation>konnte nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>did not end within %1 s and was stopped</source>
        <translation>endete nicht innerhalb von %1 s und wurde abgebrochen</translation>
    </message>
    <message>
        <source>was cancelled</source>
        <translation>wurde abgebrochen</translation>
    </message>
    <message>
        <source>could not be started: %1</source>
        <translation>konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>got no pipe: %1</source>
        <translation>bekam keine Pipe: %1</translation>
    </message>
    <message>
        <source>is not in the recording</source>
        <translation>ist nicht in der Aufzeichnung</translation>
    </message>
    <message>
        <source>is not in the recording with this environment: there, %1</source>
        <translation>ist mit dieser Umgebung nicht in der Aufzeichnung, dort ist %1</translation>
    </message>
    <message>
        <source>is not in the recording with this environment: there, %1 is not set</source>
        <translation>ist mit dieser Umgebung nicht in der Aufzeichnung, dort ist %1 nicht gesetzt</translation>
    </message>
    <message>
        <source>wrote a file that can&apos;t be written again: %1</source>
        <translation>schrieb eine Datei, die nicht noch einmal geschrieben werden kann: %1</translation>
    </message>
</context>
<context>
    <name>KernelTree</name>
    <message>
        <source>There is no such kernel tree</source>
        <translation>Diesen Kernel-Baum gibt es nicht</translation>
    </message>
    <message>
        <source>Name the folder of a Unikraft tree, or leave it out to use the bundled one.</source>
        <translation>Den Ordner eines Unikraft-Baums nennen oder weglassen, um den mitgelieferten zu verwenden.</translation>
    </message>
    <message>
        <source>This is no kernel tree: it has no %1</source>
        <translation>Das ist kein Kernel-Baum: ihm fehlt %1</translation>
    </message>
    <message>
        <source>, no </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Name the top folder of a Unikraft tree, or leave it out to use the bundled one.</source>
        <translation>Den obersten Ordner eines Unikraft-Baums nennen oder weglassen, um den mitgelieferten zu verwenden.</translation>
    </message>
</context>
<context>
    <name>KraftSettings</name>
    <message>
        <source>%1: %2 stays %3: %4</source>
        <translation>%1: %2 bleibt %3: %4</translation>
    </message>
    <message>
        <source>Values of the Kraftfile</source>
        <translation>Werte des Kraftfiles</translation>
    </message>
</context>
<context>
    <name>Kraftfile</name>
    <message>
        <source>The file does not say which Kraftfile specification it follows</source>
        <translation>Die Datei sagt nicht, welcher Kraftfile-Spezifikation sie folgt</translation>
    </message>
    <message>
        <source>Add a line: spec: v0.6</source>
        <translation>Fügen Sie eine Zeile hinzu: spec: v0.6</translation>
    </message>
    <message>
        <source>Kraftfile specification %1 is not known</source>
        <translation>Die Kraftfile-Spezifikation %1 ist nicht bekannt</translation>
    </message>
    <message>
        <source>Use v0.5 or v0.6.</source>
        <translation>Verwenden Sie v0.5 oder v0.6.</translation>
    </message>
    <message>
        <source>This is no target</source>
        <translation>Das ist kein Ziel</translation>
    </message>
    <message>
        <source>Write PLATFORM/ARCHITECTURE, such as qemu/x86_64.</source>
        <translation>Schreiben Sie PLATTFORM/ARCHITEKTUR, etwa qemu/x86_64.</translation>
    </message>
    <message>
        <source>The target lacks its platform or architecture</source>
        <translation>Dem Ziel fehlt die Plattform oder die Architektur</translation>
    </message>
    <message>
        <source>Add lines such as “platform: qemu” and “architecture: x86_64”.</source>
        <translation>Fügen Sie Zeilen wie „platform: qemu“ und „architecture: x86_64“ hinzu.</translation>
    </message>
    <message>
        <source>“%1” names no option</source>
        <translation>„%1“ benennt keine Option</translation>
    </message>
    <message>
        <source>Write CONFIG_NAME: value, or in a list CONFIG_NAME=value.</source>
        <translation>Schreiben Sie CONFIG_NAME: Wert, oder in einer Liste CONFIG_NAME=Wert.</translation>
    </message>
    <message>
        <source>The volume has no source</source>
        <translation>Das Volume hat keine Quelle</translation>
    </message>
    <message>
        <source>Add a line such as “source: ./rootfs”.</source>
        <translation>Fügen Sie eine Zeile wie „source: ./rootfs“ hinzu.</translation>
    </message>
</context>
<context>
    <name>KraftfileEditor</name>
    <message>
        <source>“unikraft” is a version alone and has no place for options</source>
        <translation>„unikraft“ ist nur eine Version und hat keinen Platz für Optionen</translation>
    </message>
    <message>
        <source>Write it as “unikraft:” with a line “  version: %1” below.</source>
        <translation>Als „unikraft:“ mit einer Zeile „  version: %1“ darunter schreiben.</translation>
    </message>
    <message>
        <source>The Kraftfile does not set %1</source>
        <translation>Das Kraftfile setzt %1 nicht</translation>
    </message>
    <message>
        <source>Look at the entries of “kconfig”.</source>
        <translation>Die Einträge von „kconfig“ ansehen.</translation>
    </message>
    <message>
        <source>There is a target %1 already</source>
        <translation>Ein Ziel %1 gibt es schon</translation>
    </message>
    <message>
        <source>Give the new one another name.</source>
        <translation>Dem neuen einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>“targets” is no list</source>
        <translation>„targets“ ist keine Liste</translation>
    </message>
    <message>
        <source>Begin each target with “- ”.</source>
        <translation>Jedes Ziel mit „- “ beginnen.</translation>
    </message>
    <message>
        <source>The Kraftfile has no target %1</source>
        <translation>Das Kraftfile hat kein Ziel %1</translation>
    </message>
    <message>
        <source>Look at its list of targets.</source>
        <translation>Seine Liste der Ziele ansehen.</translation>
    </message>
    <message>
        <source>Library %1 is a version alone and has no place for a source</source>
        <translation>Bibliothek %1 ist nur eine Version und hat keinen Platz für eine Quelle</translation>
    </message>
    <message>
        <source>Write it with a line “source: …” below.</source>
        <translation>Sie mit einer Zeile „source: …“ darunter schreiben.</translation>
    </message>
    <message>
        <source>The Kraftfile has no library %1</source>
        <translation>Das Kraftfile hat keine Bibliothek %1</translation>
    </message>
    <message>
        <source>Look at its “libraries”.</source>
        <translation>Seine „libraries“ ansehen.</translation>
    </message>
    <message>
        <source>Give this one another name.</source>
        <translation>Diesem einen anderen Namen geben.</translation>
    </message>
</context>
<context>
    <name>KraftfileEntries</name>
    <message>
        <source>The file has changed since it was read</source>
        <translation>Die Datei hat sich geändert, seit sie gelesen wurde</translation>
    </message>
    <message>
        <source>Look at it again, then change it.</source>
        <translation>Sie noch einmal ansehen, dann ändern.</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
</context>
<context>
    <name>LibraryAddition</name>
    <message>
        <source>There is a library of this name already</source>
        <translation>Eine Bibliothek dieses Namens gibt es schon</translation>
    </message>
    <message>
        <source>Give this one another name.</source>
        <translation>Diesem einen anderen Namen geben.</translation>
    </message>
</context>
<context>
    <name>LibraryGraph</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>It is the application.</source>
        <translation>Es ist die Anwendung.</translation>
    </message>
    <message>
        <source>It is the platform, which starts everything else.</source>
        <translation>Es ist die Plattform, die alles andere startet.</translation>
    </message>
    <message>
        <source>%1 uses %2 of %3.</source>
        <translation>%1 benutzt %2 aus %3.</translation>
    </message>
    <message>
        <source>%1 switches %2 on (%3).</source>
        <translation>%1 schaltet %2 ein (%3).</translation>
    </message>
    <message>
        <source>No other library uses a symbol of it: it registers itself, or it is in only because its option is on.</source>
        <translation>Keine andere Bibliothek benutzt ein Symbol daraus: Sie meldet sich selbst an oder ist nur enthalten, weil ihre Option eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Its option: %1.</source>
        <translation>Ihre Option: %1.</translation>
    </message>
    <message>
        <source>The configuration has no option of its name.</source>
        <translation>Die Konfiguration hat keine Option dieses Namens.</translation>
    </message>
</context>
<context>
    <name>LinuxTree</name>
    <message>
        <source>This is no Linux source tree</source>
        <translation>Das ist kein Linux-Quellbaum</translation>
    </message>
    <message>
        <source>Name the top folder of one: it has a Makefile that begins with VERSION and PATCHLEVEL, a Kconfig file, scripts/kconfig and arch/.</source>
        <translation>Den obersten Ordner eines solchen nennen: Er hat ein Makefile, das mit VERSION und PATCHLEVEL beginnt, eine Kconfig-Datei, scripts/kconfig und arch/.</translation>
    </message>
</context>
<context>
    <name>NewProject</name>
    <message>
        <source>“%1” can&apos;t be the name of a project</source>
        <translation>„%1“ kann kein Projekt heißen</translation>
    </message>
    <message>
        <source>Use a letter, then letters, digits, “_” and “-”, 64 at most.</source>
        <translation>Einen Buchstaben, dann Buchstaben, Ziffern, „_“ und „-“ verwenden, höchstens 64.</translation>
    </message>
    <message>
        <source>“%1” is no version</source>
        <translation>„%1“ ist keine Version</translation>
    </message>
    <message>
        <source>Name the release, tag or branch, such as 1.2.13 (--version).</source>
        <translation>Ausgabe, Marke oder Zweig nennen, etwa 1.2.13 (--version).</translation>
    </message>
    <message>
        <source>“%1” is no address of sources</source>
        <translation>„%1“ ist keine Adresse von Quellen</translation>
    </message>
    <message>
        <source>Name the archive or the git repository, such as https://example.org/zlib-1.3.tar.gz (--source).</source>
        <translation>Das Archiv oder das git-Repository nennen, etwa https://example.org/zlib-1.3.tar.gz (--source).</translation>
    </message>
    <message>
        <source>There is no template “%1”</source>
        <translation>Eine Vorlage „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>Choose one of: %1</source>
        <translation>Eines hiervon wählen: %1</translation>
    </message>
    <message>
        <source>make can&apos;t work with the path of this kernel tree</source>
        <translation>make kann mit dem Pfad dieses Kernel-Baums nicht arbeiten</translation>
    </message>
    <message>
        <source>Move it where no blanks, quotes, colons or other signs are in the path.</source>
        <translation>Ihn dorthin verschieben, wo keine Leerzeichen, Anführungszeichen, Doppelpunkte oder andere Zeichen im Pfad sind.</translation>
    </message>
    <message>
        <source>There is such a file already</source>
        <translation>Eine solche Datei gibt es schon</translation>
    </message>
    <message>
        <source>Choose another folder; nothing was written.</source>
        <translation>Einen anderen Ordner wählen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>its folder can&apos;t be made</source>
        <translation>sein Ordner ist nicht anzulegen</translation>
    </message>
    <message>
        <source>The file can&apos;t be written: %1</source>
        <translation>Die Datei ist nicht zu schreiben: %1</translation>
    </message>
    <message>
        <source>Check permissions and free space.</source>
        <translation>Rechte und freien Platz prüfen.</translation>
    </message>
</context>
<context>
    <name>OptionDetails</name>
    <message>
        <source>a choice</source>
        <translation>eine Auswahl</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>yes, module or no</source>
        <translation>ja, Modul oder nein</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>hexadecimal number</source>
        <translation>Hexadezimalzahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>no type</source>
        <translation>kein Typ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>nothing sets it</source>
        <translation>nichts setzt ihn</translation>
    </message>
    <message>
        <source>you chose it</source>
        <translation>von Ihnen gewählt</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>selected by %1</source>
        <translation>ausgewählt durch %1</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>implied by %1</source>
        <translation>nahegelegt durch %1</translation>
    </message>
    <message>
        <source>implied</source>
        <translation>nahegelegt</translation>
    </message>
    <message>
        <source>follows from its choice</source>
        <translation>folgt aus der Auswahl</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>Konstante</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>not now: %1</source>
        <translation>derzeit nicht: %1</translation>
    </message>
    <message>
        <source>%1; not now: %2</source>
        <translation>%1; derzeit nicht: %2</translation>
    </message>
    <message>
        <source>Selects</source>
        <translation>Wählt aus</translation>
    </message>
    <message>
        <source>Selected by</source>
        <translation>Ausgewählt durch</translation>
    </message>
    <message>
        <source>Implies</source>
        <translation>Legt nahe</translation>
    </message>
    <message>
        <source>Implied by</source>
        <translation>Nahegelegt durch</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Defined at</source>
        <translation>Definiert in</translation>
    </message>
    <message>
        <source>Make it so…</source>
        <translation>So einstellen …</translation>
    </message>
</context>
<context>
    <name>PortFlags</name>
    <message>
        <source>the kernel tree sets the optimisation</source>
        <translation>die Optimierung bestimmt der Kernel-Baum</translation>
    </message>
    <message>
        <source>the kernel tree sets the debugging information</source>
        <translation>die Debug-Informationen bestimmt der Kernel-Baum</translation>
    </message>
    <message>
        <source>an image is linked as a whole, at a fixed address</source>
        <translation>ein Image wird als Ganzes und an fester Adresse gebunden</translation>
    </message>
    <message>
        <source>the kernel tree sets the warnings</source>
        <translation>die Warnungen bestimmt der Kernel-Baum</translation>
    </message>
    <message>
        <source>the kernel tree knows processor and toolchain</source>
        <translation>Prozessor und Werkzeuge kennt der Kernel-Baum</translation>
    </message>
    <message>
        <source>hardening is an option of the kernel tree</source>
        <translation>Härtung ist eine Option des Kernel-Baums</translation>
    </message>
    <message>
        <source>the kernel tree keeps track of headers</source>
        <translation>über Header führt der Kernel-Baum Buch</translation>
    </message>
    <message>
        <source>it is for the linker</source>
        <translation>das ist für den Linker</translation>
    </message>
    <message>
        <source>it is not known here; add it by hand if it matters</source>
        <translation>das ist hier unbekannt; von Hand ergänzen, wenn es wichtig ist</translation>
    </message>
</context>
<context>
    <name>PortMake</name>
    <message>
        <source>There is no such folder</source>
        <translation>Diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>make -n runs what the makefiles of this folder contain, and the folder is not trusted</source>
        <translation>make -n führt aus, was die Makefiles dieses Ordners enthalten, und dem Ordner wird nicht vertraut</translation>
    </message>
    <message>
        <source>“%1” is no target of make</source>
        <translation>„%1“ ist kein Ziel von make</translation>
    </message>
    <message>
        <source>Name targets and NAME=VALUE only.</source>
        <translation>Nur Ziele und NAME=WERT nennen.</translation>
    </message>
    <message>
        <source>make -n prints without an end</source>
        <translation>make -n schreibt ohne Ende</translation>
    </message>
    <message>
        <source>make -n failed: %1</source>
        <translation>make -n schlug fehl: %1</translation>
    </message>
    <message>
        <source>Run ./configure if there is one, and name the target if make wants one.</source>
        <translation>./configure ausführen, wenn es das gibt, und das Ziel nennen, wenn make eines will.</translation>
    </message>
    <message>
        <source>Trust it, or save what make -n prints elsewhere and read that.</source>
        <translation>Vertrauen Sie ihm, oder sichern Sie anderswo, was make -n ausgibt, und lassen Sie das lesen.</translation>
    </message>
</context>
<context>
    <name>PortPlan</name>
    <message>
        <source>%1 was made by the configuration of this computer: it is copied to include/config.h. Look through it: the guest has less.</source>
        <translation>%1 stammt von der Konfiguration dieses Rechners und wird nach include/config.h kopiert. Durchsehen: Der Gast hat weniger.</translation>
    </message>
    <message>
        <source>The sources use config.h, and there is none yet. Run ./configure, then make the port again.</source>
        <translation>Die Quellen verwenden config.h, die es noch nicht gibt. ./configure ausführen, dann die Portierung wiederholen.</translation>
    </message>
    <message>
        <source>%1 is outside of the source folder.</source>
        <translation>%1 liegt außerhalb des Quellordners.</translation>
    </message>
    <message>
        <source>main() becomes %1_main(); the option “Provide main function” makes the image start with it.</source>
        <translation>Aus main() wird %1_main(); die Option „Provide main function“ lässt das Image damit beginnen.</translation>
    </message>
    <message>
        <source>%1 would have the object of another source; it is the variant “%2”.</source>
        <translation>%1 hätte das Objekt einer anderen Quelle; es ist die Variante „%2“.</translation>
    </message>
    <message>
        <source>Left out: -I%1, which belongs to this computer.</source>
        <translation>Weggelassen: -I%1, das zu diesem Rechner gehört.</translation>
    </message>
    <message>
        <source>%1 is linked, but the log does not say how it is made.</source>
        <translation>%1 wird gebunden, doch das Protokoll sagt nicht, wie es entsteht.</translation>
    </message>
    <message>
        <source>No source of %1 is compiled in this log</source>
        <translation>In diesem Protokoll wird keine Quelle von %1 übersetzt</translation>
    </message>
    <message>
        <source>Run make clean first: make -n prints only what is left to do.</source>
        <translation>Erst make clean ausführen: make -n zeigt nur, was noch zu tun ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) differ from another only in what is left out; one of each is built.</source>
        <translation>
            <numerusform>%n Objekt unterscheidet sich von einem anderen nur im Weggelassenen; je eines wird gebaut.</numerusform>
            <numerusform>%n Objekte unterscheiden sich von anderen nur im Weggelassenen; je eines wird gebaut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: %1; %2.</source>
        <translation>Weggelassen: %1; %2.</translation>
    </message>
    <message>
        <source>The log has no compiler command</source>
        <translation>Das Protokoll hat keinen Compileraufruf</translation>
    </message>
    <message>
        <source>Run ./configure if there is one, then make clean, so that make -n prints every step.</source>
        <translation>./configure ausführen, wenn es das gibt, dann make clean, damit make -n jeden Schritt zeigt.</translation>
    </message>
    <message>
        <source>The build makes no “%1”</source>
        <translation>Der Build macht kein „%1“</translation>
    </message>
    <message>
        <source>It makes: %1.</source>
        <translation>Er macht: %1.</translation>
    </message>
    <message>
        <source>Applications and other libraries find its headers: all of %1.</source>
        <translation>Anwendungen und andere Bibliotheken finden ihre Header: alles unter %1.</translation>
    </message>
    <message>
        <source>The build makes %1; this is %2. Another one is chosen by its name.</source>
        <translation>Der Build erzeugt %1; dies ist %2. Ein anderes wird mit seinem Namen gewählt.</translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>The kernel tree that comes with Kiln was not found</source>
        <translation>Der mitgelieferte Kernel-Baum wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Install Kiln completely, set KILN_KERNEL_DIR to the tree, or name another tree.</source>
        <translation>Kiln vollständig installieren, KILN_KERNEL_DIR auf den Baum setzen oder einen anderen Baum nennen.</translation>
    </message>
    <message>
        <source>There is no such library</source>
        <translation>Diese Bibliothek gibt es nicht</translation>
    </message>
    <message>
        <source>This is no library: it has no Makefile.uk</source>
        <translation>Das ist keine Bibliothek: sie hat kein Makefile.uk</translation>
    </message>
    <message>
        <source>Name the top folder of a Unikraft library.</source>
        <translation>Den obersten Ordner einer Unikraft-Bibliothek nennen.</translation>
    </message>
    <message>
        <source>This Linux tree has no architecture “%1”</source>
        <translation>Dieser Linux-Baum hat keine Architektur „%1“</translation>
    </message>
    <message>
        <source>Name one of %1.</source>
        <translation>Eine von diesen nennen: %1.</translation>
    </message>
    <message>
        <source>Kiln configures Linux but does not build or boot it</source>
        <translation>Kiln konfiguriert Linux, baut und startet es aber nicht</translation>
    </message>
    <message>
        <source>Build it with %1 ARCH=%2</source>
        <translation>Bauen mit %1 ARCH=%2</translation>
    </message>
    <message>
        <source>Kiln configures this project but does not build or boot it: it is no Unikraft application</source>
        <translation>Kiln konfiguriert dieses Projekt, baut und startet es aber nicht: Es ist keine Unikraft-Anwendung</translation>
    </message>
    <message>
        <source>Build it as its own documentation says.</source>
        <translation>Es so bauen, wie seine eigene Dokumentation sagt.</translation>
    </message>
    <message>
        <source>Only an application has a kernel tree and libraries to name</source>
        <translation>Nur eine Anwendung hat einen Kernel-Baum und Bibliotheken zu nennen</translation>
    </message>
    <message>
        <source>Leave --tree and --lib out, or open an application.</source>
        <translation>--tree und --lib weglassen oder eine Anwendung öffnen.</translation>
    </message>
    <message>
        <source>Only of a Linux tree the architecture can be chosen so</source>
        <translation>So ist die Architektur nur bei einem Linux-Baum zu wählen</translation>
    </message>
    <message>
        <source>Leave --arch out; an application&apos;s architecture is one of its options.</source>
        <translation>--arch weglassen; die Architektur einer Anwendung ist eine ihrer Optionen.</translation>
    </message>
    <message>
        <source>Only of plain Kconfig files the dialect can be chosen</source>
        <translation>Nur bei bloßen Kconfig-Dateien ist der Dialekt zu wählen</translation>
    </message>
    <message>
        <source>Leave --dialect out; the tree says which one it speaks.</source>
        <translation>--dialect weglassen; der Baum sagt, welchen er spricht.</translation>
    </message>
    <message>
        <source>There is no dialect “%1”</source>
        <translation>Einen Dialekt „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>Name unikraft, linux-6.1 or linux-6.12.</source>
        <translation>unikraft, linux-6.1 oder linux-6.12 nennen.</translation>
    </message>
</context>
<context>
    <name>ProjectExplorer::JsonWizard</name>
    <message>
        <source>Unikernel</source>
        <translation>Unikernel</translation>
    </message>
    <message>
        <source>New Unikernel Application</source>
        <translation>Neue Unikernel-Anwendung</translation>
    </message>
    <message>
        <source>An application that is built together with the kernel it needs, and boots by itself: in QEMU, or as a Linux program.</source>
        <translation>Eine Anwendung, die zusammen mit dem Kernel gebaut wird, den sie braucht, und allein startet: in QEMU oder als Linux-Programm.</translation>
    </message>
    <message>
        <source>Project Location</source>
        <translation>Ort des Projekts</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Use a letter, then letters, digits, “_” and “-”, 64 at most.</source>
        <translation>Einen Buchstaben, dann Buchstaben, Ziffern, „_“ und „-“ verwenden, höchstens 64.</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Begin with:</source>
        <translation>Beginnen mit:</translation>
    </message>
    <message>
        <source>C: says hello</source>
        <translation>C: sagt hallo</translation>
    </message>
    <message>
        <source>C++: says hello, without the standard library</source>
        <translation>C++: sagt hallo, ohne die Standardbibliothek</translation>
    </message>
    <message>
        <source>C with unit tests that run in the guest</source>
        <translation>C mit Modultests, die im Gast laufen</translation>
    </message>
    <message>
        <source>Kernel tree (empty: Kiln&apos;s own):</source>
        <translation>Kernel-Baum (leer: der von Kiln):</translation>
    </message>
    <message>
        <source>Project Management</source>
        <translation>Projektverwaltung</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>New Unikernel Library</source>
        <translation>Neue Unikernel-Bibliothek</translation>
    </message>
    <message>
        <source>An external library for unikernels: its sources are fetched, patched and built with the application.</source>
        <translation>Eine externe Bibliothek für Unikernel: Ihre Quelltexte werden geholt, gepatcht und mit der Anwendung gebaut.</translation>
    </message>
    <message>
        <source>Library Location</source>
        <translation>Ort der Bibliothek</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quelltexte</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Version:</translation>
    </message>
    <message>
        <source>Archive or git repository:</source>
        <translation>Archiv oder git-Repository:</translation>
    </message>
</context>
<context>
    <name>ProjectLibraries</name>
    <message>
        <source>“%1” can&apos;t be the name of a library</source>
        <translation>„%1“ kann keine Bibliothek heißen</translation>
    </message>
    <message>
        <source>Use letters, digits, “.”, “_”, “+” and “-”.</source>
        <translation>Buchstaben, Ziffern, „.“, „_“, „+“ und „-“ verwenden.</translation>
    </message>
</context>
<context>
    <name>ProjectLocation</name>
    <message>
        <source>No Kconfig files belong to this configuration: neither its folder nor one above it can be opened</source>
        <translation>Zu dieser Konfiguration gehören keine Kconfig-Dateien: Weder ihr Ordner noch einer darüber ist zu öffnen</translation>
    </message>
    <message>
        <source>Open the folder with the Kconfig files first, then import this file.</source>
        <translation>Erst den Ordner mit den Kconfig-Dateien öffnen, dann diese Datei importieren.</translation>
    </message>
    <message>
        <source>This file is neither a Kconfig file nor a configuration</source>
        <translation>Diese Datei ist weder eine Kconfig-Datei noch eine Konfiguration</translation>
    </message>
    <message>
        <source>Open a Kconfig file, a .config, a defconfig, or the folder of a project.</source>
        <translation>Eine Kconfig-Datei, eine .config, eine defconfig oder den Ordner eines Projekts öffnen.</translation>
    </message>
    <message>
        <source>There is no such file or folder</source>
        <translation>Diese Datei oder diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>This can&apos;t be read</source>
        <translation>Das ist nicht lesbar</translation>
    </message>
    <message>
        <source>Make it readable.</source>
        <translation>Es lesbar machen.</translation>
    </message>
    <message>
        <source>This is a kernel tree, not an application</source>
        <translation>Das ist ein Kernel-Baum, keine Anwendung</translation>
    </message>
    <message>
        <source>Open an application folder, and name this one as its kernel tree (--tree).</source>
        <translation>Einen Anwendungsordner öffnen und diesen als seinen Kernel-Baum nennen (--tree).</translation>
    </message>
    <message>
        <source>There is nothing to configure in this folder: it has no Makefile.uk and no Kconfig file</source>
        <translation>In diesem Ordner ist nichts zu konfigurieren: Er hat kein Makefile.uk und keine Kconfig-Datei</translation>
    </message>
    <message>
        <source>Open the top folder of a Unikraft application, a Linux tree or another project with Kconfig files. A folder becomes an application by a Makefile.uk that registers it: $(eval $(call addlib,appNAME)) and APPNAME_SRCS-y += $(APPNAME_BASE)/main.c</source>
        <translation>Den obersten Ordner einer Unikraft-Anwendung, eines Linux-Baums oder eines anderen Projekts mit Kconfig-Dateien öffnen. Ein Ordner wird zur Anwendung durch ein Makefile.uk, das ihn anmeldet: $(eval $(call addlib,appNAME)) und APPNAME_SRCS-y += $(APPNAME_BASE)/main.c</translation>
    </message>
</context>
<context>
    <name>ProjectTargets</name>
    <message>
        <source>There is no target “%1”: the application has no Kraftfile</source>
        <translation>Ein Ziel „%1“ gibt es nicht: Die Anwendung hat kein Kraftfile</translation>
    </message>
    <message>
        <source>Add the target: kiln target add.</source>
        <translation>Das Ziel hinzufügen: kiln target add.</translation>
    </message>
    <message>
        <source>There is no target “%1”</source>
        <translation>Ein Ziel „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>Add it: kiln target add.</source>
        <translation>Es hinzufügen: kiln target add.</translation>
    </message>
    <message>
        <source>Choose one of: %1</source>
        <translation>Eines hiervon wählen: %1</translation>
    </message>
    <message>
        <source>The choice of the target could not be saved: %1</source>
        <translation>Die Wahl des Ziels war nicht zu sichern: %1</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and free space.</source>
        <translation>Rechte und freien Platz des Ordners prüfen.</translation>
    </message>
    <message>
        <source>Only an application has targets</source>
        <translation>Nur eine Anwendung hat Ziele</translation>
    </message>
    <message>
        <source>Leave the target out.</source>
        <translation>Das Ziel weglassen.</translation>
    </message>
    <message>
        <source> It was chosen before; kiln target select --none forgets that.</source>
        <translation> Es war früher gewählt; kiln target select --none vergisst das.</translation>
    </message>
</context>
<context>
    <name>QtCreatorPlugin</name>
    <message>
        <source>The file can&apos;t be written: %1</source>
        <translation>Die Datei ist nicht zu schreiben: %1</translation>
    </message>
    <message>
        <source>Check permissions and free space.</source>
        <translation>Rechte und freien Platz prüfen.</translation>
    </message>
    <message>
        <source>Unikernel Options</source>
        <translation>Unikernel-Optionen</translation>
    </message>
    <message>
        <source>%1 in QEMU</source>
        <translation>%1 in QEMU</translation>
    </message>
    <message>
        <source>The guest has printed nothing yet.</source>
        <translation>Der Gast hat noch nichts ausgegeben.</translation>
    </message>
    <message>
        <source>Booting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>The guest is running.</source>
        <translation>Der Gast läuft.</translation>
    </message>
    <message>
        <source>The guest is paused; a debugger lets it go on.</source>
        <translation>Der Gast ist angehalten; ein Debugger lässt ihn weiterlaufen.</translation>
    </message>
    <message>
        <source>The guest has printed nothing.</source>
        <translation>Der Gast hat nichts ausgegeben.</translation>
    </message>
    <message>
        <source>“%1” is in none of the folders of the project.</source>
        <translation>„%1“ ist in keinem der Ordner des Projekts.</translation>
    </message>
    <message>
        <source>Kiln Log</source>
        <translation>Kiln-Protokoll</translation>
    </message>
    <message>
        <source>Build Unikernel</source>
        <translation>Unikernel bauen</translation>
    </message>
    <message>
        <source>Remove What Builds Made</source>
        <translation>Gebautes entfernen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Kiln:&lt;/b&gt; make, as the kernel tree has it</source>
        <translation>&lt;b&gt;Kiln:&lt;/b&gt; make, wie der Kernel-Baum es hat</translation>
    </message>
    <message>
        <source>&lt;b&gt;Kiln:&lt;/b&gt; make clean; .config stays</source>
        <translation>&lt;b&gt;Kiln:&lt;/b&gt; make clean; .config bleibt</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>The application is not trusted, so nothing of it was run</source>
        <translation>Der Anwendung wird nicht vertraut, daher wurde nichts daraus ausgeführt</translation>
    </message>
    <message>
        <source>Build again, and trust its folders if you know where they come from.</source>
        <translation>Noch einmal bauen und ihren Ordnern vertrauen, wenn bekannt ist, woher sie kommen.</translation>
    </message>
    <message>
        <source>This build configuration has no configuration file yet</source>
        <translation>Diese Build-Konfiguration hat noch keine Konfigurationsdatei</translation>
    </message>
    <message>
        <source>Make it the active one, and build it.</source>
        <translation>Sie zur aktiven machen und bauen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>External Libraries</source>
        <translation>Externe Bibliotheken</translation>
    </message>
    <message>
        <source>Kernel Tree (bundled, %1)</source>
        <translation>Kernel-Baum (mitgeliefert, %1)</translation>
    </message>
    <message>
        <source>Kernel Tree (Unikraft %1)</source>
        <translation>Kernel-Baum (Unikraft %1)</translation>
    </message>
    <message>
        <source>Default (.config)</source>
        <translation>Vorgabe (.config)</translation>
    </message>
    <message>
        <source>Unikernel</source>
        <translation>Unikernel</translation>
    </message>
    <message>
        <source>Boot in QEMU</source>
        <translation>In QEMU starten</translation>
    </message>
    <message>
        <source>There is no build configuration. Add one in Projects mode.</source>
        <translation>Es gibt keine Build-Konfiguration. Im Modus Projekte eine hinzufügen.</translation>
    </message>
    <message>
        <source>%1: The application is not trusted, so it was not booted. Build it, and trust its folders if you know where they come from.</source>
        <translation>%1: Der Anwendung wird nicht vertraut, daher wurde sie nicht gestartet. Sie bauen und ihren Ordnern vertrauen, wenn bekannt ist, woher sie kommen.</translation>
    </message>
    <message>
        <source>%1: There is no such image. Build the application first.</source>
        <translation>%1: Dieses Image gibt es nicht. Zuerst die Anwendung bauen.</translation>
    </message>
    <message>
        <source>A generator of the type KilnProject needs to know its “template”.</source>
        <translation>Ein Generator der Art KilnProject muss seine „template“ kennen.</translation>
    </message>
    <message>
        <source>Kernel tree for Kiln&apos;s wizards: the message about a folder that is none.</source>
        <translation>Kernel-Baum für die Assistenten von Kiln: die Meldung über einen Ordner, der keiner ist.</translation>
    </message>
    <message>
        <source>This is no kernel tree. Name the top folder of a Unikraft tree, or leave it out to use the bundled one.</source>
        <translation>Das ist kein Kernel-Baum. Den obersten Ordner eines Unikraft-Baums nennen oder ihn weglassen, um den mitgelieferten zu verwenden.</translation>
    </message>
    <message>
        <source>%1: There is no debugger for %2. Install gdb-multiarch, or add a GDB for it in Edit &gt; Preferences &gt; Kits &gt; Debuggers.</source>
        <translation>%1: Es gibt keinen Debugger für %2. Installieren Sie gdb-multiarch, oder fügen Sie unter Bearbeiten &gt; Einstellungen &gt; Kits &gt; Debugger einen GDB dafür hinzu.</translation>
    </message>
    <message>
        <source>The options have not been read, so there is nothing to save</source>
        <translation>Die Optionen sind nicht gelesen worden, es gibt also nichts zu sichern</translation>
    </message>
    <message>
        <source>Wait until they are shown, or mend what is told instead.</source>
        <translation>Warten Sie, bis sie gezeigt werden, oder beheben Sie, was stattdessen gemeldet wird.</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>What is discarded can&apos;t be brought back.</source>
        <translation>Was verworfen wird, lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Do you trust what is in these folders?</source>
        <translation>Vertrauen Sie dem Inhalt dieser Ordner?</translation>
    </message>
    <message>
        <source>Building runs their Makefiles and scripts with your rights. Trust them only if you know where they come from. Your answer is remembered.</source>
        <translation>Beim Bauen werden die enthaltenen Makefiles und Skripte mit Ihren Rechten ausgeführt. Vertrauen Sie ihnen nur, wenn Sie ihre Herkunft kennen. Ihre Antwort wird gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Trust and Go On</source>
        <translation>&amp;Vertrauen und fortfahren</translation>
    </message>
    <message>
        <source>In the options</source>
        <translation>In den Optionen</translation>
    </message>
    <message>
        <source>While searching</source>
        <translation>Beim Suchen</translation>
    </message>
    <message>
        <source>Return, Down</source>
        <translation>Eingabe, Ab</translation>
    </message>
    <message>
        <source>To the options found</source>
        <translation>Zu den gefundenen Optionen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave the search</source>
        <translation>Suche verlassen</translation>
    </message>
    <message>
        <source>In the console</source>
        <translation>In der Konsole</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C, V</source>
        <translation>Strg+Umschalt+C, V</translation>
    </message>
    <message>
        <source>Copy and paste</source>
        <translation>Kopieren und einfügen</translation>
    </message>
    <message>
        <source>Shift+Page Up, Down</source>
        <translation>Umschalt+Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Scroll back and forth</source>
        <translation>Zurück- und vorblättern</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Sonst</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Kiln %1&lt;/h3&gt;&lt;p&gt;Configure, build, boot and understand unikernels.&lt;/p&gt;&lt;p&gt;© The Kiln authors. Free software: GPL-3.0-or-later; the kernel tree and the Kconfig engine are BSD-3-Clause.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Kiln %1&lt;/h3&gt;&lt;p&gt;Unikernel konfigurieren, bauen, starten und verstehen.&lt;/p&gt;&lt;p&gt;© The Kiln authors. Freie Software: GPL-3.0-or-later; Kernel-Baum und Kconfig-Kern unter BSD-3-Clause.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Reading their options runs commands of their Kconfig files, such as a compiler and scripts, with your rights. Trust them only if you know where they come from. Your answer is remembered.</source>
        <translation>Beim Lesen der Optionen werden Befehle aus den Kconfig-Dateien mit Ihren Rechten ausgeführt, etwa ein Compiler und Skripte. Vertrauen Sie ihnen nur, wenn Sie ihre Herkunft kennen. Ihre Antwort wird gespeichert.</translation>
    </message>
    <message>
        <source>Among the ways to make it so</source>
        <translation>Bei den Wegen von „So einstellen“</translation>
    </message>
    <message>
        <source>Close a list, a bar or a question</source>
        <translation>Eine Liste, eine Leiste oder eine Frage schließen</translation>
    </message>
</context>
<context>
    <name>ReferenceKind</name>
    <message>
        <source>Definitions</source>
        <translation>Definitionen</translation>
    </message>
    <message>
        <source>Options that depend on it</source>
        <translation>Optionen, die davon abhängen</translation>
    </message>
    <message>
        <source>Makefiles</source>
        <translation>Makefiles</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quelltexte</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Konfigurationen</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Andere Dateien</translation>
    </message>
</context>
<context>
    <name>Resources</name>
    <message>
        <source>C application</source>
        <translation>C-Anwendung</translation>
    </message>
    <message>
        <source>Says hello, in C.</source>
        <translation>Sagt hallo, in C.</translation>
    </message>
    <message>
        <source>C++ application</source>
        <translation>C++-Anwendung</translation>
    </message>
    <message>
        <source>Says hello, in C++ without exceptions and the standard library.</source>
        <translation>Sagt hallo, in C++ ohne Ausnahmen und Standardbibliothek.</translation>
    </message>
    <message>
        <source>Application with unit tests</source>
        <translation>Anwendung mit Modultests</translation>
    </message>
    <message>
        <source>A function and its test suite, which runs in the guest: kiln test.</source>
        <translation>Eine Funktion und ihre Testsuite, die im Gast läuft: kiln test.</translation>
    </message>
    <message>
        <source>Library port</source>
        <translation>Portierung einer Bibliothek</translation>
    </message>
    <message>
        <source>An external library: its sources are fetched, patched and built.</source>
        <translation>Eine externe Bibliothek: Ihre Quelltexte werden geholt, gepatcht und gebaut.</translation>
    </message>
    <message>
        <source>The kernel tree of the Unikraft project.</source>
        <translation>Der Kernel-Baum des Unikraft-Projekts.</translation>
    </message>
    <message>
        <source>The Unikraft project&apos;s first example, in C.</source>
        <translation>Das erste Beispiel des Unikraft-Projekts, in C.</translation>
    </message>
    <message>
        <source>A complete C library, in place of nolibc.</source>
        <translation>Eine vollständige C-Bibliothek, anstelle von nolibc.</translation>
    </message>
    <message>
        <source>TCP/IP with sockets, DHCP and DNS.</source>
        <translation>TCP/IP mit Sockets, DHCP und DNS.</translation>
    </message>
    <message>
        <source>A web server.</source>
        <translation>Ein Webserver.</translation>
    </message>
    <message>
        <source>A store of keys and values in memory.</source>
        <translation>Ein Speicher von Schlüsseln und Werten im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>An SQL database in one file.</source>
        <translation>Eine SQL-Datenbank in einer Datei.</translation>
    </message>
    <message>
        <source>The Lua language.</source>
        <translation>Die Sprache Lua.</translation>
    </message>
    <message>
        <source>Compression as in gzip.</source>
        <translation>Komprimierung wie in gzip.</translation>
    </message>
    <message>
        <source>Arithmetic that compilers call and processors lack.</source>
        <translation>Arithmetik, die Compiler aufrufen und Prozessoren nicht haben.</translation>
    </message>
</context>
<context>
    <name>SizeTree</name>
    <message>
        <source>no single object</source>
        <translation>kein einzelnes Objekt</translation>
    </message>
    <message>
        <source>rest of %1</source>
        <translation>Rest von %1</translation>
    </message>
    <message>
        <source>headers and padding</source>
        <translation>Kopfdaten und Füllbytes</translation>
    </message>
    <message>
        <source>debugging information</source>
        <translation>Debug-Informationen</translation>
    </message>
    <message>
        <source>shared by libraries</source>
        <translation>von Bibliotheken geteilt</translation>
    </message>
</context>
<context>
    <name>SymbolInfo</name>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
</context>
<context>
    <name>SymbolRename</name>
    <message>
        <source>The file is not as it was when the places were found</source>
        <translation>Die Datei ist nicht mehr so wie beim Finden der Stellen</translation>
    </message>
    <message>
        <source>Look at the changes again, then rename; nothing has been changed.</source>
        <translation>Sehen Sie die Änderungen noch einmal an und benennen Sie dann um; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The file can&apos;t be written: %1</source>
        <translation>Die Datei kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Make it and its folder writable, or free some space, and rename again; no file has been changed.</source>
        <translation>Machen Sie sie und ihren Ordner beschreibbar oder schaffen Sie Platz, und benennen Sie noch einmal um; es wurde keine Datei geändert.</translation>
    </message>
    <message>
        <source>%1 has the new name already and could not be given its old contents back: %2</source>
        <translation>%1 hat schon den neuen Namen, und der alte Inhalt konnte nicht wiederhergestellt werden: %2</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the name of an option</source>
        <translation>„%1“ kann kein Name einer Option sein</translation>
    </message>
    <message>
        <source>Choose one of letters, digits and underscores, without CONFIG_, that is no word of the Kconfig language.</source>
        <translation>Wählen Sie einen aus Buchstaben, Ziffern und Unterstrichen, ohne CONFIG_, der kein Wort der Kconfig-Sprache ist.</translation>
    </message>
    <message>
        <source>The option has that name already</source>
        <translation>Die Option heißt schon so</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is taken already</source>
        <translation>%1 ist schon vergeben</translation>
    </message>
    <message>
        <source>No Kconfig file of the project defines %1</source>
        <translation>Keine Kconfig-Datei des Projekts definiert %1</translation>
    </message>
    <message>
        <source>Give the name as `config` has it, without CONFIG_.</source>
        <translation>Geben Sie den Namen so an, wie er bei `config` steht, ohne CONFIG_.</translation>
    </message>
</context>
<context>
    <name>TargetEdit</name>
    <message>
        <source>The Kraftfile can&apos;t be written: %1</source>
        <translation>Das Kraftfile ist nicht zu schreiben: %1</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>Die Rechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>The target has its new name, but its configuration could not be renamed</source>
        <translation>Das Ziel hat seinen neuen Namen, aber seine Konfiguration war nicht umzubenennen</translation>
    </message>
    <message>
        <source>Rename it by hand to %1.</source>
        <translation>Sie von Hand in %1 umbenennen.</translation>
    </message>
</context>
<context>
    <name>TestResults</name>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 von %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1, none failed</source>
        <translation>%1, keine fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: the guest says %2; the log has %3</source>
        <translation>%1: Der Gast meldet %2; im Protokoll stehen %3</translation>
    </message>
    <message>
        <source>its init function failed</source>
        <translation>ihre Init-Funktion schlug fehl</translation>
    </message>
    <message>
        <source>its init function failed (error %1)</source>
        <translation>ihre Init-Funktion schlug fehl (Fehler %1)</translation>
    </message>
    <message>
        <source>Suites</source>
        <translation>Suiten</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>Erwartungen</translation>
    </message>
    <message numerus="yes">
        <source>. %n case(s) ran after the totals</source>
        <translation>
            <numerusform>. %n Fall lief nach den Summen</numerusform>
            <numerusform>. %n Fälle liefen nach den Summen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>Free some space, or save under another name; what is in the editor stays.</source>
        <translation>Etwas Platz schaffen oder unter anderem Namen sichern; was im Editor ist, bleibt.</translation>
    </message>
    <message>
        <source>It is a folder: save under another name.</source>
        <translation>Es ist ein Ordner: unter anderem Namen sichern.</translation>
    </message>
    <message>
        <source>Its folder is gone: make it again, or save under another name.</source>
        <translation>Sein Ordner ist verschwunden: ihn wieder anlegen oder unter anderem Namen sichern.</translation>
    </message>
    <message>
        <source>It and its folder must be writable: permit that (chmod u+w), or save under another name; what is in the editor stays.</source>
        <translation>Datei und Ordner müssen beschreibbar sein: das erlauben (chmod u+w) oder unter anderem Namen sichern; was im Editor ist, bleibt.</translation>
    </message>
    <message>
        <source>The file can&apos;t be saved: %1</source>
        <translation>Die Datei ist nicht zu sichern: %1</translation>
    </message>
</context>
<context>
    <name>TextJournal</name>
    <message>
        <source>Unsaved edits are not protected against a crash: %1</source>
        <translation>Ungesicherte Änderungen sind gegen einen Absturz nicht geschützt: %1</translation>
    </message>
    <message>
        <source>Save often, and make room or permit writing there.</source>
        <translation>Oft sichern und dort Platz schaffen oder das Schreiben erlauben.</translation>
    </message>
    <message>
        <source>the folder can&apos;t be made</source>
        <translation>der Ordner ist nicht anzulegen</translation>
    </message>
    <message>
        <source>the file could not be copied as it was opened</source>
        <translation>die Datei war nicht zu kopieren, wie sie geöffnet wurde</translation>
    </message>
</context>
<context>
    <name>ToolSurvey</name>
    <message>
        <source>Build for x86_64</source>
        <translation>Bauen für x86_64</translation>
    </message>
    <message>
        <source>Build for arm64</source>
        <translation>Bauen für arm64</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Kernel trees of the Unikraft project</source>
        <translation>Kernel-Bäume des Unikraft-Projekts</translation>
    </message>
    <message>
        <source>Fetch sources of libraries</source>
        <translation>Quelltexte von Bibliotheken holen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weitere</translation>
    </message>
</context>
<context>
    <name>TrustStore</name>
    <message>
        <source>The list of trusted folders could not be saved: %1</source>
        <translation>Die Liste der vertrauten Ordner war nicht zu sichern: %1</translation>
    </message>
    <message>
        <source>Make the folder writable or free some space.</source>
        <translation>Den Ordner beschreibbar machen oder Platz schaffen.</translation>
    </message>
    <message>
        <source>its folder could not be made</source>
        <translation>sein Ordner war nicht anzulegen</translation>
    </message>
</context>
<context>
    <name>UnsetVariables</name>
    <message>
        <source>%1; the variable %2 is not set</source>
        <translation>%1; die Variable %2 ist nicht gesetzt</translation>
    </message>
    <message>
        <source>%1; the variables %2 are not set</source>
        <translation>%1; die Variablen %2 sind nicht gesetzt</translation>
    </message>
    <message>
        <source>set %1 for this project: Project &gt; Variables, or --variable %2=VALUE</source>
        <translation>%1 für dieses Projekt setzen: Projekt &gt; Variablen oder --variable %2=WERT</translation>
    </message>
</context>
<context>
    <name>ValueRules</name>
    <message>
        <source>A value has only one line.</source>
        <translation>Ein Wert hat nur eine Zeile.</translation>
    </message>
    <message>
        <source>A number is needed here.</source>
        <translation>Hier wird eine Zahl benötigt.</translation>
    </message>
    <message>
        <source>Only digits 0–9 and a minus sign in front are allowed.</source>
        <translation>Erlaubt sind nur die Ziffern 0–9 und ein Minuszeichen davor.</translation>
    </message>
    <message>
        <source>Only hexadecimal digits 0–9, a–f are allowed, after 0x if you like.</source>
        <translation>Erlaubt sind nur die Hexadezimalziffern 0–9 und a–f, auf Wunsch nach 0x.</translation>
    </message>
    <message>
        <source>This number does not fit into 64 bits.</source>
        <translation>Diese Zahl passt nicht in 64 Bit.</translation>
    </message>
    <message>
        <source>Too small: the range is %1 to %2.</source>
        <translation>Zu klein: Der Bereich ist %1 bis %2.</translation>
    </message>
    <message>
        <source>Too large: the range is %1 to %2.</source>
        <translation>Zu groß: Der Bereich ist %1 bis %2.</translation>
    </message>
</context>
<context>
    <name>WhyText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 can&apos;t have every value now:</source>
        <translation>%1 kann derzeit nicht jeden Wert haben:</translation>
    </message>
    <message>
        <source>%1 can&apos;t be changed now:</source>
        <translation>%1 lässt sich derzeit nicht ändern:</translation>
    </message>
</context>
<context>
    <name>YamlReader</name>
    <message>
        <source>The file could not be read: %1</source>
        <translation>Die Datei konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Check the path and that it may be read.</source>
        <translation>Prüfen Sie den Pfad, und ob sie gelesen werden darf.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB</source>
        <translation>Die Datei ist größer als 1 MiB</translation>
    </message>
    <message>
        <source>A description of a machine is short; check the path.</source>
        <translation>Die Beschreibung einer Maschine ist kurz; prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>This is no YAML: %1</source>
        <translation>Das ist kein YAML: %1</translation>
    </message>
    <message>
        <source>Mind the indentation and what follows a colon.</source>
        <translation>Achten Sie auf die Einrückung und darauf, was nach einem Doppelpunkt steht.</translation>
    </message>
    <message>
        <source>Too much is merged here</source>
        <translation>Hier wird zu viel zusammengeführt</translation>
    </message>
    <message>
        <source>Write the settings out.</source>
        <translation>Schreiben Sie die Einstellungen aus.</translation>
    </message>
    <message>
        <source>Only settings can be merged</source>
        <translation>Nur Einstellungen können zusammengeführt werden</translation>
    </message>
    <message>
        <source>Let “&lt;&lt;:” name an anchor of settings.</source>
        <translation>Lassen Sie „&lt;&lt;:“ einen Anker von Einstellungen nennen.</translation>
    </message>
    <message>
        <source>There must be a text for “%1”</source>
        <translation>Für „%1“ muss ein Text stehen</translation>
    </message>
    <message>
        <source>Write it on the same line, after the colon.</source>
        <translation>Schreiben Sie ihn auf dieselbe Zeile, nach dem Doppelpunkt.</translation>
    </message>
    <message>
        <source>“%1” is no number for “%2”</source>
        <translation>„%1“ ist keine Zahl für „%2“</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Schreiben Sie eine ganze Zahl.</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false for “%2”</source>
        <translation>„%1“ ist für „%2“ weder true noch false</translation>
    </message>
    <message>
        <source>Write true or false.</source>
        <translation>Schreiben Sie true oder false.</translation>
    </message>
    <message>
        <source>There is no setting “%1”</source>
        <translation>Es gibt keine Einstellung „%1“</translation>
    </message>
    <message>
        <source>Use one of: %1</source>
        <translation>Verwenden Sie eine von: %1</translation>
    </message>
    <message>
        <source>There must be settings in “%1”</source>
        <translation>In „%1“ müssen Einstellungen stehen</translation>
    </message>
    <message>
        <source>Write them as lines of “name: value”.</source>
        <translation>Schreiben Sie sie als Zeilen der Form „Name: Wert“.</translation>
    </message>
    <message>
        <source>There must be a list for “%1”</source>
        <translation>Für „%1“ muss eine Liste stehen</translation>
    </message>
    <message>
        <source>Begin each item with “- ” on a line of its own.</source>
        <translation>Beginnen Sie jeden Eintrag mit „- “ auf einer eigenen Zeile.</translation>
    </message>
</context>
<context>
    <name>YamlText</name>
    <message>
        <source>This can&apos;t be changed without touching something else: %1</source>
        <translation>Das ist nicht zu ändern, ohne anderes zu berühren: %1</translation>
    </message>
    <message>
        <source>Change the line by hand.</source>
        <translation>Die Zeile von Hand ändern.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB</source>
        <translation>Die Datei ist größer als 1 MiB</translation>
    </message>
    <message>
        <source>Check the path: such files are short.</source>
        <translation>Den Pfad prüfen: Solche Dateien sind kurz.</translation>
    </message>
    <message>
        <source>The file is no text in UTF-8</source>
        <translation>Die Datei ist kein Text in UTF-8</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Sie als UTF-8 sichern.</translation>
    </message>
    <message>
        <source>This is no YAML: %1</source>
        <translation>Das ist kein YAML: %1</translation>
    </message>
    <message>
        <source>Mind the indentation and what follows a colon.</source>
        <translation>Auf die Einrückung achten und darauf, was einem Doppelpunkt folgt.</translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation>Die Datei war nicht zu lesen: %1</translation>
    </message>
    <message>
        <source>Check the path and that it may be read.</source>
        <translation>Den Pfad prüfen und ob die Datei gelesen werden darf.</translation>
    </message>
    <message>
        <source>There is no “%1”</source>
        <translation>„%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>Add it first.</source>
        <translation>Es erst hinzufügen.</translation>
    </message>
    <message>
        <source>“%1” is no single value</source>
        <translation>„%1“ ist kein einzelner Wert</translation>
    </message>
    <message>
        <source>Change one of its entries.</source>
        <translation>Einen seiner Einträge ändern.</translation>
    </message>
    <message>
        <source>where the value ends is unclear</source>
        <translation>wo der Wert endet, ist unklar</translation>
    </message>
    <message>
        <source>the value is shared or written in a way that is not known here</source>
        <translation>der Wert wird geteilt oder ist auf eine hier unbekannte Art geschrieben</translation>
    </message>
    <message>
        <source>it would be no YAML any more</source>
        <translation>es wäre kein YAML mehr</translation>
    </message>
    <message>
        <source>there is no “%1”</source>
        <translation>„%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>“%1” is no list</source>
        <translation>„%1“ ist keine Liste</translation>
    </message>
    <message>
        <source>“%1” has no settings</source>
        <translation>„%1“ hat keine Einträge</translation>
    </message>
    <message>
        <source>its value is written as null</source>
        <translation>sein Wert ist als null geschrieben</translation>
    </message>
    <message>
        <source>its end is unclear</source>
        <translation>sein Ende ist unklar</translation>
    </message>
    <message>
        <source>the file is written in a way that is not known here</source>
        <translation>die Datei ist auf eine hier unbekannte Art geschrieben</translation>
    </message>
    <message>
        <source>other values would change</source>
        <translation>andere Werte würden sich ändern</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>die Datei ist zu groß</translation>
    </message>
    <message>
        <source>it shares its line with something else</source>
        <translation>es teilt seine Zeile mit anderem</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>Die Datei war nicht zu sichern: %1</translation>
    </message>
    <message>
        <source>Check its permissions and free space.</source>
        <translation>Ihre Rechte und den freien Platz prüfen.</translation>
    </message>
</context>
<context>
    <name>kiln::AnalysePage</name>
    <message>
        <source>Sizes, libraries, build times, history and lint</source>
        <translation>Größen, Bibliotheken, Bauzeiten, Verlauf und Prüfung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Build time</source>
        <translation>Bauzeit</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Lint</source>
        <translation>Prüfung</translation>
    </message>
</context>
<context>
    <name>kiln::AnalysisController</name>
    <message>
        <source>Open a project first (Ctrl+O).</source>
        <translation>Öffnen Sie zuerst ein Projekt (Strg+O).</translation>
    </message>
    <message>
        <source>There is no image to look into: %1</source>
        <translation>Es gibt kein Abbild zum Hineinsehen: %1</translation>
    </message>
    <message>
        <source>The options are being read.</source>
        <translation>Die Optionen werden gelesen.</translation>
    </message>
</context>
<context>
    <name>kiln::ArchitectureButton</name>
    <message>
        <source>The architecture that Linux is configured for (ARCH)</source>
        <translation>Die Architektur, für die Linux konfiguriert wird (ARCH)</translation>
    </message>
    <message>
        <source>Architecture: %1</source>
        <translation>Architektur: %1</translation>
    </message>
</context>
<context>
    <name>kiln::BootTimelineChart</name>
    <message>
        <source>Boot timeline</source>
        <translation>Boot-Zeitleiste</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>vorher: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 %3, lasted %4</source>
        <translation>%1, %2 %3, dauerte %4</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>%1: %2, from %3</source>
        <translation>%1: %2, ab %3</translation>
    </message>
</context>
<context>
    <name>kiln::BootTimelineView</name>
    <message>
        <source>Slowest steps</source>
        <translation>Langsamste Schritte</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Bei</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Slowest Steps</source>
        <translation>Langsamste Schritte</translation>
    </message>
    <message>
        <source>The messages of this kernel have no time. Switch on “Show the time” (LIBUKDEBUG_PRINT_TIME).</source>
        <translation>Die Meldungen dieses Kernels haben keine Zeit. Schalten Sie LIBUKDEBUG_PRINT_TIME ein.</translation>
    </message>
    <message>
        <source>No message of a kernel so far. Most come at the level “Information” (LIBUKDEBUG_PRINTK_INFO).</source>
        <translation>Bisher keine Meldung eines Kernels. Die meisten kommen auf der Stufe „Information“ (LIBUKDEBUG_PRINTK_INFO).</translation>
    </message>
    <message>
        <source>Switch On</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Change the configuration; the next build has it</source>
        <translation>Die Konfiguration ändern; der nächste Build hat es</translation>
    </message>
    <message>
        <source>The kernel says little of its boot at this level of messages.</source>
        <translation>Auf dieser Meldungsstufe sagt der Kernel wenig über seinen Start.</translation>
    </message>
</context>
<context>
    <name>kiln::BuildChart</name>
    <message>
        <source>Duration and image size of the builds</source>
        <translation>Dauer und Abbildgröße der Bauvorgänge</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s); the list below has the figures</source>
        <translation>
            <numerusform>%n Bauvorgang; die Zahlen stehen in der Liste darunter</numerusform>
            <numerusform>%n Bauvorgänge; die Zahlen stehen in der Liste darunter</numerusform>
        </translation>
    </message>
    <message>
        <source>line: image size, up to %1</source>
        <translation>Linie: Abbildgröße, bis %1</translation>
    </message>
    <message>
        <source>columns: duration, up to %1 s</source>
        <translation>Säulen: Dauer, bis %1 s</translation>
    </message>
    <message>
        <source>%1: %2 s</source>
        <translation>%1: %2 s</translation>
    </message>
    <message>
        <source>, image %1</source>
        <translation>, Abbild %1</translation>
    </message>
</context>
<context>
    <name>kiln::BuildHistoryModel</name>
    <message>
        <source>built</source>
        <translation>gebaut</translation>
    </message>
    <message numerus="yes">
        <source>failed, %n error(s)</source>
        <translation>
            <numerusform>fehlgeschlagen, %n Fehler</numerusform>
            <numerusform>fehlgeschlagen, %n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Image, bytes</source>
        <translation>Abbild, Bytes</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Womit</translation>
    </message>
</context>
<context>
    <name>kiln::BuildHistoryView</name>
    <message>
        <source>Builds so far</source>
        <translation>Bisherige Bauvorgänge</translation>
    </message>
    <message>
        <source>Return or a double click compares the image with the newest one</source>
        <translation>Eingabetaste oder Doppelklick vergleicht das Abbild mit dem neuesten</translation>
    </message>
    <message>
        <source>Nothing was built yet. Build (Ctrl+B) starts.</source>
        <translation>Noch nichts gebaut. Bauen (Strg+B) beginnt.</translation>
    </message>
</context>
<context>
    <name>kiln::BuildMenu</name>
    <message>
        <source>&amp;Compiler</source>
        <translation>&amp;Compiler</translation>
    </message>
    <message>
        <source>As the tree has it</source>
        <translation>Wie im Quellbaum</translation>
    </message>
    <message>
        <source>GCC</source>
        <translation>GCC</translation>
    </message>
    <message>
        <source>Clang</source>
        <translation>Clang</translation>
    </message>
    <message>
        <source>&amp;Launcher</source>
        <translation>Compiler-&amp;Vorsatz</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>ccache: remembers what was compiled before</source>
        <translation>ccache: merkt sich, was schon übersetzt wurde</translation>
    </message>
    <message>
        <source>distcc: shares the work with other machines</source>
        <translation>distcc: teilt die Arbeit mit anderen Rechnern</translation>
    </message>
    <message>
        <source>icecream: shares the work with other machines, by load</source>
        <translation>icecream: teilt die Arbeit nach Last mit anderen Rechnern</translation>
    </message>
    <message>
        <source>One for each processor (%1)</source>
        <translation>Einer je Prozessor (%1)</translation>
    </message>
    <message>
        <source>&amp;Parallel Jobs</source>
        <translation>&amp;Parallele Aufträge</translation>
    </message>
    <message>
        <source>Cross compiler</source>
        <translation>Cross-Compiler</translation>
    </message>
    <message>
        <source>What stands before the names of compiler and linker, such as aarch64-linux-gnu-. Empty: what the architecture needs.</source>
        <translation>Was vor den Namen von Compiler und Linker steht, etwa aarch64-linux-gnu-. Leer: was die Architektur braucht.</translation>
    </message>
    <message>
        <source>P&amp;refix of the Compiler…</source>
        <translation>P&amp;räfix des Compilers …</translation>
    </message>
    <message>
        <source>P&amp;refix of the Compiler: %1…</source>
        <translation>P&amp;räfix des Compilers: %1 …</translation>
    </message>
</context>
<context>
    <name>kiln::BuildTimesModel</name>
    <message>
        <source>image and make itself</source>
        <translation>Abbild und make selbst</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Time of the build in which several steps ran is divided among them</source>
        <translation>Zeit, in der mehrere Schritte liefen, wird unter ihnen aufgeteilt</translation>
    </message>
    <message>
        <source>What the steps took, one after the other</source>
        <translation>Was die Schritte nacheinander brauchten</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Share of the build</source>
        <translation>Anteil am Bauen</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>kiln::BuildTimesView</name>
    <message>
        <source>Build time by library</source>
        <translation>Bauzeit nach Bibliothek</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Nothing was built yet. Build (Ctrl+B) starts.</source>
        <translation>Noch nichts gebaut. Bauen (Strg+B) beginnt.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n Schritt</numerusform>
            <numerusform>%1, %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s with -j%2. Steps overlap: time in which several ran is divided among them, so the shares add up to the whole.</source>
        <translation>%1 s mit -j%2. Schritte überlappen sich: Zeit, in der mehrere liefen, wird unter ihnen aufgeteilt, damit die Anteile das Ganze ergeben.</translation>
    </message>
</context>
<context>
    <name>kiln::BuildView</name>
    <message>
        <source>Nothing built yet. Build (Ctrl+B) starts.</source>
        <translation>Noch nichts gebaut. „Bauen“ (Strg+B) beginnt damit.</translation>
    </message>
    <message>
        <source>Build output</source>
        <translation>Ausgabe des Bauvorgangs</translation>
    </message>
</context>
<context>
    <name>kiln::CatalogueModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
</context>
<context>
    <name>kiln::ChangesList</name>
    <message>
        <source>Name a .config or defconfig file.</source>
        <translation>Geben Sie eine .config- oder defconfig-Datei an.</translation>
    </message>
    <message>
        <source>All changes taken back</source>
        <translation>Alle Änderungen zurückgenommen</translation>
    </message>
</context>
<context>
    <name>kiln::ChangesModel</name>
    <message numerus="yes">
        <source>%n set by you</source>
        <translation>
            <numerusform>%n von Ihnen gesetzt</numerusform>
            <numerusform>%n von Ihnen gesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n following from these</source>
        <translation>
            <numerusform>%n daraus folgend</numerusform>
            <numerusform>%n daraus folgend</numerusform>
        </translation>
    </message>
    <message>
        <source>Double-click: go to the option. Delete: take the change back.</source>
        <translation>Doppelklick: zur Option. Entf: Änderung zurücknehmen.</translation>
    </message>
    <message>
        <source>Follows from other options. Double-click: go to the option.</source>
        <translation>Folgt aus anderen Optionen. Doppelklick: zur Option.</translation>
    </message>
    <message>
        <source>%1: was %2, is %3</source>
        <translation>%1: war %2, ist %3</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>kiln::ChangesView</name>
    <message>
        <source>Take Back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take All Back</source>
        <translation>Alle zurücknehmen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Give the option the value it had (Delete)</source>
        <translation>Der Option ihren früheren Wert geben (Entf)</translation>
    </message>
    <message>
        <source>Give all options the values they had</source>
        <translation>Allen Optionen ihre früheren Werte geben</translation>
    </message>
    <message>
        <source>Changes since</source>
        <translation>Änderungen seit</translation>
    </message>
    <message>
        <source>Close the changes (Esc)</source>
        <translation>Änderungen schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the changes</source>
        <translation>Änderungen schließen</translation>
    </message>
    <message>
        <source>the saved file</source>
        <translation>der gespeicherten Datei</translation>
    </message>
    <message>
        <source>another file…</source>
        <translation>einer anderen Datei …</translation>
    </message>
    <message>
        <source>Show changes since this file</source>
        <translation>Änderungen seit dieser Datei zeigen</translation>
    </message>
    <message>
        <source>Not taken back: %1</source>
        <translation>Nicht zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Open an application folder first.</source>
        <translation>Öffnen Sie zuerst einen Anwendungsordner.</translation>
    </message>
    <message>
        <source>Nothing differs from the saved file.</source>
        <translation>Nichts weicht von der gespeicherten Datei ab.</translation>
    </message>
    <message>
        <source>Nothing differs from %1.</source>
        <translation>Nichts weicht von %1 ab.</translation>
    </message>
    <message>
        <source>There is no saved file yet. Nothing has been changed since the start.</source>
        <translation>Es gibt noch keine gespeicherte Datei. Seit dem Start wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>kiln::CheatSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
</context>
<context>
    <name>kiln::CloneDialog</name>
    <message>
        <source>Clone a Repository</source>
        <translation>Ein Repository klonen</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Klonen</translation>
    </message>
    <message>
        <source>Folder of the clone</source>
        <translation>Ordner des Klons</translation>
    </message>
    <message>
        <source>An application, a library or a kernel tree. Nothing of it is run: it opens untrusted.</source>
        <translation>Eine Anwendung, eine Bibliothek oder ein Kernel-Baum. Nichts daraus wird ausgeführt: Zunächst wird ihm nicht vertraut.</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>Type an address, or choose one of the catalogue</source>
        <translation>Eine Adresse eingeben oder eine aus dem Katalog wählen</translation>
    </message>
    <message>
        <source>Choose the folder of the clone</source>
        <translation>Den Ordner des Klons wählen</translation>
    </message>
    <message>
        <source>Cloning %1…</source>
        <translation>Klont %1 …</translation>
    </message>
</context>
<context>
    <name>kiln::CodeEditor</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>it is too large (%1 MiB)</source>
        <translation>sie ist zu groß (%1 MiB)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2.</source>
        <translation>%1 ist nicht zu lesen: %2.</translation>
    </message>
    <message>
        <source>This is no text. It is shown, but can&apos;t be edited here.</source>
        <translation>Das ist kein Text. Er wird gezeigt, ist hier aber nicht zu bearbeiten.</translation>
    </message>
    <message>
        <source>This file can&apos;t be written. Edits can be saved under another name.</source>
        <translation>Diese Datei ist nicht zu schreiben. Änderungen lassen sich unter anderem Namen sichern.</translation>
    </message>
    <message>
        <source>%1 is gone: another program removed it.</source>
        <translation>%1 ist verschwunden: Ein anderes Programm hat die Datei entfernt.</translation>
    </message>
    <message>
        <source>Save It Again</source>
        <translation>Wieder sichern</translation>
    </message>
    <message>
        <source>%1 was changed by another program, and here. Nothing has been lost yet.</source>
        <translation>%1 wurde von einem anderen Programm geändert, und hier auch. Noch ist nichts verloren.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Files of more than %L1 lines do not fold</source>
        <translation>Dateien von mehr als %L1 Zeilen sind nicht zu falten</translation>
    </message>
</context>
<context>
    <name>kiln::CompareModel</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 in %2: %3</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>kiln::CompareView</name>
    <message>
        <source>Only &amp;differences</source>
        <translation>Nur &amp;Unterschiede</translation>
    </message>
    <message>
        <source>Take &amp;Left</source>
        <translation>&amp;Links übernehmen</translation>
    </message>
    <message>
        <source>Take &amp;Right</source>
        <translation>&amp;Rechts übernehmen</translation>
    </message>
    <message>
        <source>The configurations are the same.</source>
        <translation>Die Konfigurationen sind gleich.</translation>
    </message>
    <message>
        <source>Compare Configurations</source>
        <translation>Konfigurationen vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) taken</source>
        <translation>
            <numerusform>%n Option übernommen</numerusform>
            <numerusform>%n Optionen übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can&apos;t have that value now: other options hold them</source>
        <translation>
            <numerusform>%n kann diesen Wert derzeit nicht haben: Andere Optionen halten sie fest</numerusform>
            <numerusform>%n können diesen Wert derzeit nicht haben: Andere Optionen halten sie fest</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter by name or prompt</source>
        <translation>Nach Name oder Beschriftung filtern</translation>
    </message>
    <message>
        <source>Give the selected options the values of the column left of Current (Alt+Left)</source>
        <translation>Den markierten Optionen die Werte der Spalte links von „Aktuell“ geben (Alt+Links)</translation>
    </message>
    <message>
        <source>Give the selected options the values of the column right of Current (Alt+Right)</source>
        <translation>Den markierten Optionen die Werte der Spalte rechts von „Aktuell“ geben (Alt+Rechts)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Compare with a .config or defconfig</source>
        <translation>Mit einer .config oder defconfig vergleichen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Write the table to a text file</source>
        <translation>Tabelle in eine Textdatei schreiben</translation>
    </message>
    <message>
        <source>Configurations side by side</source>
        <translation>Konfigurationen nebeneinander</translation>
    </message>
    <message>
        <source>Take from %1</source>
        <translation>Aus %1 übernehmen</translation>
    </message>
    <message>
        <source>Remove This Column</source>
        <translation>Diese Spalte entfernen</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Datei …</translation>
    </message>
    <message>
        <source>&amp;Saved Configuration</source>
        <translation>&amp;Gespeicherte Konfiguration</translation>
    </message>
    <message>
        <source>&amp;Current Configuration</source>
        <translation>&amp;Aktuelle Konfiguration</translation>
    </message>
    <message>
        <source>Compare with this file</source>
        <translation>Mit dieser Datei vergleichen</translation>
    </message>
    <message>
        <source>Write the table to</source>
        <translation>Tabelle schreiben nach</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Nach %1 geschrieben</translation>
    </message>
    <message>
        <source>Select the options to take first.</source>
        <translation>Markieren Sie zuerst die Optionen, die übernommen werden sollen.</translation>
    </message>
    <message>
        <source>No option matches the filter.</source>
        <translation>Keine Option passt zum Filter.</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) differ</source>
        <translation>
            <numerusform>%n Option unterscheidet sich</numerusform>
            <numerusform>%n Optionen unterscheiden sich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::Comparison</name>
    <message>
        <source>Name a .config or defconfig file.</source>
        <translation>Geben Sie eine .config- oder defconfig-Datei an.</translation>
    </message>
    <message>
        <source>%1 as in %2</source>
        <translation>%1 wie in %2</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) as in %1</source>
        <translation>
            <numerusform>%n Option wie in %1</numerusform>
            <numerusform>%n Optionen wie in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these can have that value now</source>
        <translation>Keine davon kann diesen Wert derzeit haben</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The comparison was not saved: %1</source>
        <translation>Der Vergleich wurde nicht gesichert: %1</translation>
    </message>
</context>
<context>
    <name>kiln::ConfigFiles</name>
    <message>
        <source>Save the configuration as</source>
        <translation>Konfiguration speichern unter</translation>
    </message>
    <message>
        <source>Save the minimal configuration as</source>
        <translation>Minimale Konfiguration speichern unter</translation>
    </message>
    <message>
        <source>Minimal configuration saved to %1</source>
        <translation>Minimale Konfiguration nach %1 gespeichert</translation>
    </message>
    <message>
        <source>Replace all values by those of this file</source>
        <translation>Alle Werte durch die dieser Datei ersetzen</translation>
    </message>
    <message>
        <source>Values of %1 taken</source>
        <translation>Werte aus %1 übernommen</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s), the first: </source>
        <translation>
            <numerusform>%n Anmerkung, die erste: </numerusform>
            <numerusform>%n Anmerkungen, die erste: </numerusform>
        </translation>
    </message>
    <message>
        <source>Merge this fragment into the configuration</source>
        <translation>Dieses Fragment in die Konfiguration einfügen</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) of %1 merged, all took effect</source>
        <translation>
            <numerusform>%n Option aus %1 eingefügt, wirksam</numerusform>
            <numerusform>%n Optionen aus %1 eingefügt, alle wirksam</numerusform>
        </translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Another program changed .config, but no option: your unsaved changes stay as they are.</source>
        <translation>Ein anderes Programm hat .config geändert, aber keine Option: Ihre ungespeicherten Änderungen bleiben, wie sie sind.</translation>
    </message>
    <message numerus="yes">
        <source>Another program changed %n option(s) in .config. They were merged with your unsaved changes.</source>
        <translation>
            <numerusform>Ein anderes Programm hat %n Option in .config geändert. Sie wurde mit Ihren ungespeicherten Änderungen zusammengeführt.</numerusform>
            <numerusform>Ein anderes Programm hat %n Optionen in .config geändert. Sie wurden mit Ihren ungespeicherten Änderungen zusammengeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>Another program changed .config, and %n option(s) in it that have unsaved changes here.</source>
        <translation>
            <numerusform>Ein anderes Programm hat .config geändert, darunter %n Option, die hier ungespeichert geändert ist.</numerusform>
            <numerusform>Ein anderes Programm hat .config geändert, darunter %n Optionen, die hier ungespeichert geändert sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen …</translation>
    </message>
    <message>
        <source>Take the File</source>
        <translation>Datei übernehmen</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>An earlier session ended with unsaved changes, but another version of Kiln has written them; that one can restore them. They are in %1.</source>
        <translation>Eine frühere Sitzung endete mit ungespeicherten Änderungen, die aber eine andere Version von Kiln geschrieben hat; diese kann sie wiederherstellen. Sie liegen in %1.</translation>
    </message>
    <message numerus="yes">
        <source>An earlier session ended with unsaved changes of %n option(s), last at %1.</source>
        <translation>
            <numerusform>Eine frühere Sitzung endete mit ungespeicherten Änderungen an %n Option, zuletzt am %1.</numerusform>
            <numerusform>Eine frühere Sitzung endete mit ungespeicherten Änderungen an %n Optionen, zuletzt am %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has been changed since.</source>
        <translation>Die Datei wurde seither geändert.</translation>
    </message>
    <message>
        <source>The very last change is lost.</source>
        <translation>Die allerletzte Änderung ist verloren.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1 wird geschrieben …</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled: nothing of %1 was taken</source>
        <translation>Abgebrochen: Nichts aus %1 wurde übernommen</translation>
    </message>
    <message>
        <source>Cancelled: nothing of %1 was merged</source>
        <translation>Abgebrochen: Nichts aus %1 wurde eingefügt</translation>
    </message>
</context>
<context>
    <name>kiln::ConfigSession</name>
    <message>
        <source>The file read again</source>
        <translation>Datei neu gelesen</translation>
    </message>
    <message>
        <source>%1 taken back</source>
        <translation>%1 zurückgenommen</translation>
    </message>
    <message>
        <source>Changes made outside</source>
        <translation>Änderungen von außen</translation>
    </message>
    <message>
        <source>Edits of an earlier session</source>
        <translation>Änderungen einer früheren Sitzung</translation>
    </message>
    <message>
        <source>Reading the options was cancelled</source>
        <translation>Das Lesen der Optionen wurde abgebrochen</translation>
    </message>
    <message>
        <source>File &gt; Reload Configuration begins again.</source>
        <translation>Datei &gt; Konfiguration neu laden beginnt von vorn.</translation>
    </message>
    <message>
        <source>%1: back to its default</source>
        <translation>%1: zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>All defaults</source>
        <translation>Alle Vorgaben</translation>
    </message>
    <message>
        <source>The configuration was not saved: %1</source>
        <translation>Die Konfiguration wurde nicht gesichert: %1</translation>
    </message>
    <message>
        <source>The old file is untouched and your changes are kept.</source>
        <translation>Die alte Datei ist unberührt, und Ihre Änderungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Free some space and save again.</source>
        <translation>Platz schaffen und erneut sichern.</translation>
    </message>
    <message>
        <source>Make the folder writable, or name another file (--config FILE).</source>
        <translation>Den Ordner beschreibbar machen oder eine andere Datei nennen (--config DATEI).</translation>
    </message>
    <message>
        <source>Check the folder and save again.</source>
        <translation>Den Ordner prüfen und erneut sichern.</translation>
    </message>
    <message>
        <source>The option tree has errors; options that could not be read would vanish from the file</source>
        <translation>Der Optionsbaum hat Fehler; Optionen, die nicht zu lesen waren, verschwänden aus der Datei</translation>
    </message>
    <message>
        <source>Correct the errors and load again.</source>
        <translation>Die Fehler beheben und neu laden.</translation>
    </message>
    <message>
        <source>The option tree was not read whole, because it is not trusted to run commands</source>
        <translation>Der Optionsbaum wurde nicht ganz gelesen, weil ihm keine Befehle zugetraut sind</translation>
    </message>
    <message>
        <source>Trust the folder, then save.</source>
        <translation>Dem Ordner vertrauen, dann sichern.</translation>
    </message>
    <message>
        <source>The file was changed by another program since it was read</source>
        <translation>Ein anderes Programm hat die Datei geändert, seit sie gelesen wurde</translation>
    </message>
    <message>
        <source>Load it again to see what is in it, or overwrite it.</source>
        <translation>Sie neu laden, um zu sehen, was darin steht, oder sie überschreiben.</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte aus %1</translation>
    </message>
    <message>
        <source>Fragment %1</source>
        <translation>Fragment %1</translation>
    </message>
    <message>
        <source>Nothing was changed: the options were read again meanwhile</source>
        <translation>Es wurde nichts geändert: die Optionen sind inzwischen neu gelesen worden</translation>
    </message>
    <message>
        <source>Do it again.</source>
        <translation>Tun Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>kiln::ConfigurePage</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Nach %1 gespeichert</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>Undo the last change (Ctrl+Z)</source>
        <translation>Letzte Änderung rückgängig machen (Strg+Z)</translation>
    </message>
    <message>
        <source>Show what differs from the saved file (Ctrl+Shift+D)</source>
        <translation>Zeigen, was von der gespeicherten Datei abweicht (Strg+Umschalt+D)</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n ungespeicherte Änderung</numerusform>
            <numerusform>%n ungespeicherte Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo %1 (Ctrl+Z)</source>
        <translation>%1 rückgängig machen (Strg+Z)</translation>
    </message>
    <message>
        <source>Nothing to undo (Ctrl+Z)</source>
        <translation>Nichts rückgängig zu machen (Strg+Z)</translation>
    </message>
    <message>
        <source>Not changed: %1</source>
        <translation>Nicht geändert: %1</translation>
    </message>
    <message>
        <source>&amp;Make It So…</source>
        <translation>S&amp;o einstellen …</translation>
    </message>
    <message>
        <source>Make It So…</source>
        <translation>So einstellen …</translation>
    </message>
    <message>
        <source>Make it so…</source>
        <translation>So einstellen …</translation>
    </message>
    <message>
        <source>Look for the changes that give the option another value (%1)</source>
        <translation>Änderungen suchen, die der Option einen anderen Wert geben (%1)</translation>
    </message>
    <message>
        <source>Look for the changes that make this possible</source>
        <translation>Änderungen suchen, die dies möglich machen</translation>
    </message>
    <message>
        <source>Choose the option that should have another value first.</source>
        <translation>Wählen Sie zuerst die Option, die einen anderen Wert haben soll.</translation>
    </message>
</context>
<context>
    <name>kiln::ConfigurePane</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Find option</source>
        <translation>Option suchen</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>%1 rückgängig machen</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>Not saved yet: %1</source>
        <translation>Noch nicht gesichert: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n Änderung nicht gesichert</numerusform>
            <numerusform>%n Änderungen nicht gesichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all options could be read: the project is not trusted.</source>
        <translation>Nicht alle Optionen waren zu lesen: Dem Projekt wird nicht vertraut.</translation>
    </message>
</context>
<context>
    <name>kiln::ConflictDialog</name>
    <message>
        <source>Changed Here and in the File</source>
        <translation>Hier und in der Datei geändert</translation>
    </message>
    <message numerus="yes">
        <source>Another program changed %1. %n option(s) have been changed there and here, to different values. Which shall it be? All other changes of both are kept.</source>
        <translation>
            <numerusform>Ein anderes Programm hat %1 geändert. %n Option wurde dort und hier verschieden geändert. Welcher Wert soll gelten? Alle anderen Änderungen beider Seiten bleiben erhalten.</numerusform>
            <numerusform>Ein anderes Programm hat %1 geändert. %n Optionen wurden dort und hier verschieden geändert. Welche Werte sollen gelten? Alle anderen Änderungen beider Seiten bleiben erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Options changed on both sides</source>
        <translation>Auf beiden Seiten geänderte Optionen</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>All &amp;Mine</source>
        <translation>Alle &amp;meine</translation>
    </message>
    <message>
        <source>All &amp;Theirs</source>
        <translation>Alle &amp;anderen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>%1, mine: %2</source>
        <translation>%1, meiner: %2</translation>
    </message>
    <message>
        <source>%1, in the file: %2</source>
        <translation>%1, in der Datei: %2</translation>
    </message>
</context>
<context>
    <name>kiln::CrashView</name>
    <message>
        <source>Nothing has crashed. When a guest does, its registers, its call trace and the source lines are here.</source>
        <translation>Nichts ist abgestürzt. Stürzt ein Gast ab, stehen hier seine Register, der Aufrufverlauf und die Quellzeilen.</translation>
    </message>
    <message>
        <source>Call trace</source>
        <translation>Aufrufverlauf</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Gefunden in</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Points to</source>
        <translation>Zeigt auf</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Absturz</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the whole report as text</source>
        <translation>Den ganzen Bericht als Text kopieren</translation>
    </message>
    <message>
        <source>Image…</source>
        <translation>Abbild …</translation>
    </message>
    <message>
        <source>Choose the image with symbols that crashed</source>
        <translation>Das abgestürzte Abbild mit Symbolen wählen</translation>
    </message>
    <message>
        <source>Crash %1: %2</source>
        <translation>Absturz %1: %2</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1, %2:%3</source>
        <translation>%1, %2:%3</translation>
    </message>
    <message>
        <source>in %1:%2</source>
        <translation>in %1:%2</translation>
    </message>
    <message>
        <source>Without an image with symbols (….dbg) addresses stay bare. “Image…” chooses one.</source>
        <translation>Ohne Abbild mit Symbolen (….dbg) bleiben Adressen bloß. „Abbild …“ wählt eines.</translation>
    </message>
    <message>
        <source>instruction pointer</source>
        <translation>Befehlszeiger</translation>
    </message>
    <message>
        <source>link register</source>
        <translation>Link-Register</translation>
    </message>
    <message>
        <source>call trace</source>
        <translation>Aufrufverlauf</translation>
    </message>
    <message>
        <source>stack frame</source>
        <translation>Stapelrahmen</translation>
    </message>
    <message>
        <source>stack at %1</source>
        <translation>Stapel bei %1</translation>
    </message>
    <message>
        <source>not code</source>
        <translation>kein Code</translation>
    </message>
    <message>
        <source>%1 (inlined)</source>
        <translation>%1 (eingebettet)</translation>
    </message>
    <message>
        <source>Image with Symbols</source>
        <translation>Abbild mit Symbolen</translation>
    </message>
    <message>
        <source>Images with symbols (*.dbg);;All files (*)</source>
        <translation>Abbilder mit Symbolen (*.dbg);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Thread “%1” was running.</source>
        <translation>Es lief der Thread „%1“.</translation>
    </message>
</context>
<context>
    <name>kiln::DependencyModel</name>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>Can be set when</source>
        <translation>Einstellbar, wenn</translation>
    </message>
    <message>
        <source>Contents shown when</source>
        <translation>Inhalt sichtbar, wenn</translation>
    </message>
    <message>
        <source>%1 all of</source>
        <translation>%1 alle von</translation>
    </message>
    <message>
        <source>%1 any of</source>
        <translation>%1 eine von</translation>
    </message>
    <message>
        <source>all of</source>
        <translation>alle von</translation>
    </message>
    <message>
        <source>any of</source>
        <translation>eine von</translation>
    </message>
    <message>
        <source>none of</source>
        <translation>keine von</translation>
    </message>
    <message>
        <source>not</source>
        <translation>nicht</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>Click to go there.</source>
        <translation>Klicken, um dorthin zu gehen.</translation>
    </message>
    <message>
        <source>%1. Click to go there.</source>
        <translation>%1. Klicken, um dorthin zu gehen.</translation>
    </message>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>false</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>ist %1</translation>
    </message>
</context>
<context>
    <name>kiln::DependencyView</name>
    <message>
        <source>What the option needs</source>
        <translation>Was die Option braucht</translation>
    </message>
</context>
<context>
    <name>kiln::DetailsPane</name>
    <message>
        <source>Details of the option</source>
        <translation>Einzelheiten der Option</translation>
    </message>
    <message>
        <source>Value and reasons</source>
        <translation>Wert und Gründe</translation>
    </message>
    <message>
        <source>Relations, place and help</source>
        <translation>Beziehungen, Ort und Hilfe</translation>
    </message>
</context>
<context>
    <name>kiln::DialectButton</name>
    <message>
        <source>Unikraft, Linux up to 5.12</source>
        <translation>Unikraft, Linux bis 5.12</translation>
    </message>
    <message>
        <source>Linux 5.13 to 6.10</source>
        <translation>Linux 5.13 bis 6.10</translation>
    </message>
    <message>
        <source>Linux from 6.11 on</source>
        <translation>Linux ab 6.11</translation>
    </message>
    <message>
        <source>The dialect that the Kconfig files are read as</source>
        <translation>Der Dialekt, in dem die Kconfig-Dateien gelesen werden</translation>
    </message>
    <message>
        <source>Guess: %1</source>
        <translation>Vermutung: %1</translation>
    </message>
    <message>
        <source>%1 (guessed)</source>
        <translation>%1 (vermutet)</translation>
    </message>
    <message>
        <source>Dialect of the Kconfig files: %1</source>
        <translation>Dialekt der Kconfig-Dateien: %1</translation>
    </message>
    <message>
        <source>The dialect that the Kconfig files are read as (guessed: %1)</source>
        <translation>Der Dialekt, in dem die Kconfig-Dateien gelesen werden (vermutet: %1)</translation>
    </message>
</context>
<context>
    <name>kiln::DifferenceDialog</name>
    <message>
        <source>%1: here and in the file</source>
        <translation>%1: hier und in der Datei</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Lines with + are only in the editor, those with − only in the file.</source>
        <translation>Zeilen mit + sind nur im Editor, solche mit − nur in der Datei.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>The two are the same.</source>
        <translation>Beide sind gleich.</translation>
    </message>
</context>
<context>
    <name>kiln::DropArea</name>
    <message>
        <source>This can&apos;t be opened</source>
        <translation>Dies kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Open the application %1</source>
        <translation>Anwendung %1 öffnen</translation>
    </message>
    <message>
        <source>Open the Linux %1 tree</source>
        <translation>Quellbaum von Linux %1 öffnen</translation>
    </message>
    <message>
        <source>Open the options of %1</source>
        <translation>Optionen von %1 öffnen</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>with the values of %1</source>
        <translation>mit den Werten aus %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>kiln::EditActions</name>
    <message>
        <source>&amp;Save File</source>
        <translation>Datei &amp;sichern</translation>
    </message>
    <message>
        <source>Save the file, byte for byte as it was where nothing was edited</source>
        <translation>Die Datei sichern, Byte für Byte wie zuvor, wo nichts geändert wurde</translation>
    </message>
    <message>
        <source>Save File &amp;As…</source>
        <translation>Datei sichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save the file under another name and go on with that one</source>
        <translation>Die Datei unter anderem Namen sichern und mit jener weiterarbeiten</translation>
    </message>
    <message>
        <source>Save A&amp;ll Files</source>
        <translation>&amp;Alle Dateien sichern</translation>
    </message>
    <message>
        <source>Save every file with unsaved edits</source>
        <translation>Jede Datei mit ungesicherten Änderungen sichern</translation>
    </message>
    <message>
        <source>&amp;Close File</source>
        <translation>Datei sch&amp;ließen</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>Den Reiter schließen</translation>
    </message>
    <message>
        <source>&amp;Undo Typing</source>
        <translation>Eingabe rück&amp;gängig</translation>
    </message>
    <message>
        <source>Undo the last edit of the file</source>
        <translation>Die letzte Änderung der Datei rückgängig machen</translation>
    </message>
    <message>
        <source>Re&amp;do Typing</source>
        <translation>Eingabe &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>Make the edit again</source>
        <translation>Die Änderung noch einmal machen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>Suche&amp;n …</translation>
    </message>
    <message>
        <source>Find text or a regular expression in the file</source>
        <translation>Text oder einen regulären Ausdruck in der Datei suchen</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>&amp;Ersetzen …</translation>
    </message>
    <message>
        <source>Replace text in the file</source>
        <translation>Text in der Datei ersetzen</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Wei&amp;tersuchen</translation>
    </message>
    <message>
        <source>To the next match</source>
        <translation>Zum nächsten Treffer</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>To the previous match</source>
        <translation>Zum vorigen Treffer</translation>
    </message>
    <message>
        <source>&amp;Go to Line…</source>
        <translation>Gehe zu &amp;Zeile …</translation>
    </message>
    <message>
        <source>Go to a line by its number</source>
        <translation>Zu einer Zeile nach ihrer Nummer gehen</translation>
    </message>
    <message>
        <source>Com&amp;plete</source>
        <translation>&amp;Vervollständigen</translation>
    </message>
    <message>
        <source>List the options that the word may become</source>
        <translation>Die Optionen zeigen, die das Wort werden kann</translation>
    </message>
    <message>
        <source>Go &amp;to Definition</source>
        <translation>Zur &amp;Definition</translation>
    </message>
    <message>
        <source>Where the option under the cursor is defined</source>
        <translation>Wo die Option am Cursor definiert ist</translation>
    </message>
    <message>
        <source>Find &amp;References</source>
        <translation>Verweise suc&amp;hen</translation>
    </message>
    <message>
        <source>All places of the project that name the option under the cursor</source>
        <translation>Alle Stellen des Projekts, die die Option am Cursor nennen</translation>
    </message>
    <message>
        <source>Rena&amp;me Option…</source>
        <translation>Option um&amp;benennen …</translation>
    </message>
    <message>
        <source>Another name for the option under the cursor, in all files</source>
        <translation>Ein anderer Name für die Option am Cursor, in allen Dateien</translation>
    </message>
    <message>
        <source>Next &amp;Issue</source>
        <translation>Nächstes &amp;Problem</translation>
    </message>
    <message>
        <source>To the next line with an error or warning</source>
        <translation>Zur nächsten Zeile mit Fehler oder Warnung</translation>
    </message>
    <message>
        <source>Previous Issue</source>
        <translation>Voriges Problem</translation>
    </message>
    <message>
        <source>To the previous line with an error or warning</source>
        <translation>Zur vorigen Zeile mit Fehler oder Warnung</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Fold what the cursor is in, or unfold it</source>
        <translation>Einklappen, worin der Cursor steht, oder ausklappen</translation>
    </message>
    <message>
        <source>Fold All</source>
        <translation>Alles einklappen</translation>
    </message>
    <message>
        <source>Fold everything, or unfold everything</source>
        <translation>Alles einklappen oder alles ausklappen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Zurü&amp;ck</translation>
    </message>
    <message>
        <source>To the place before</source>
        <translation>Zur Stelle davor</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>V&amp;orwärts</translation>
    </message>
    <message>
        <source>To the place after</source>
        <translation>Zur Stelle danach</translation>
    </message>
    <message>
        <source>Ne&amp;xt File</source>
        <translation>Nächste Date&amp;i</translation>
    </message>
    <message>
        <source>To the next tab</source>
        <translation>Zum nächsten Reiter</translation>
    </message>
    <message>
        <source>Previous File</source>
        <translation>Vorige Datei</translation>
    </message>
    <message>
        <source>To the previous tab</source>
        <translation>Zum vorigen Reiter</translation>
    </message>
</context>
<context>
    <name>kiln::EditPage</name>
    <message>
        <source>Files of the project</source>
        <translation>Dateien des Projekts</translation>
    </message>
    <message>
        <source>No file is open.

Choose one on the left, or press Ctrl+K and type its name.</source>
        <translation>Keine Datei ist offen.

Links eine wählen, oder Strg+K drücken und ihren Namen eingeben.</translation>
    </message>
    <message>
        <source>Library %1</source>
        <translation>Bibliothek %1</translation>
    </message>
    <message>
        <source>Kernel tree %1</source>
        <translation>Kernel-Baum %1</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>%1, mixed</source>
        <translation>%1, gemischt</translation>
    </message>
    <message>
        <source>unsaved</source>
        <translation>ungesichert</translation>
    </message>
    <message>
        <source>Go to Line</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Line, from 1 to %1:</source>
        <translation>Zeile, von 1 bis %1:</translation>
    </message>
    <message>
        <source>There is no option under the cursor</source>
        <translation>Am Cursor steht keine Option</translation>
    </message>
    <message>
        <source>Put the cursor on the name of an option, such as CONFIG_NAME in C.</source>
        <translation>Den Cursor auf den Namen einer Option setzen, etwa CONFIG_NAME in C.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: %1</source>
        <translation>Die Datei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Save to write it again.</source>
        <translation>Sichern schreibt sie wieder.</translation>
    </message>
    <message>
        <source>Kiln ended before these files were saved: %1.</source>
        <translation>Kiln endete, bevor diese Dateien gesichert waren: %1.</translation>
    </message>
    <message>
        <source>Restore Edits</source>
        <translation>Änderungen wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>kiln::EditorDocument</name>
    <message>
        <source>The file was changed by another program since it was read</source>
        <translation>Ein anderes Programm hat die Datei geändert, seit sie gelesen wurde</translation>
    </message>
    <message>
        <source>Compare the two, then reload it or keep yours.</source>
        <translation>Beide vergleichen, dann neu laden oder die eigene behalten.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: %1</source>
        <translation>Die Datei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Save to write it again.</source>
        <translation>Sichern schreibt sie wieder.</translation>
    </message>
</context>
<context>
    <name>kiln::EditorTabs</name>
    <message>
        <source>Open files</source>
        <translation>Offene Dateien</translation>
    </message>
    <message>
        <source>%1 (unsaved)</source>
        <translation>%1 (ungesichert)</translation>
    </message>
    <message>
        <source>Save the file under another name</source>
        <translation>Die Datei unter anderem Namen sichern</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Die Änderungen an %1 sichern?</translation>
    </message>
    <message>
        <source>What is discarded can&apos;t be brought back.</source>
        <translation>Verworfenes ist nicht zurückzuholen.</translation>
    </message>
</context>
<context>
    <name>kiln::FilePreview</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
</context>
<context>
    <name>kiln::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in this file</source>
        <translation>In dieser Datei suchen</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Letter case counts</source>
        <translation>Groß- und Kleinschreibung zählt</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace All</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Not a regular expression: %1 (at %2)</source>
        <translation>Kein regulärer Ausdruck: %1 (bei %2)</translation>
    </message>
    <message>
        <source>From the beginning again</source>
        <translation>Wieder von vorn</translation>
    </message>
    <message>
        <source>From the end again</source>
        <translation>Wieder von hinten</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Replacing… %1 %</source>
        <translation>Ersetzt … %1 %</translation>
    </message>
    <message>
        <source>Nothing was replaced</source>
        <translation>Nichts wurde ersetzt</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Sucht …</translation>
    </message>
</context>
<context>
    <name>kiln::FixModel</name>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Also turned on</source>
        <translation>Ebenfalls eingeschaltet</translation>
    </message>
    <message>
        <source>Also turned off</source>
        <translation>Ebenfalls ausgeschaltet</translation>
    </message>
    <message>
        <source>Other values</source>
        <translation>Andere Werte</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consequence(s)</source>
        <translation>
            <numerusform>%n Folge</numerusform>
            <numerusform>%n Folgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Way %1 of %2: %3; %4</source>
        <translation>Weg %1 von %2: %3; %4</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 stays %2</source>
        <translation>%1 bleibt %2</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 auf %3</translation>
    </message>
    <message>
        <source>Let %1 be changed again (Space)</source>
        <translation>%1 darf wieder geändert werden (Leertaste)</translation>
    </message>
    <message>
        <source>Look for ways that leave %1 alone (Space)</source>
        <translation>Wege suchen, die %1 nicht anfassen (Leertaste)</translation>
    </message>
    <message>
        <source>leave %1 alone</source>
        <translation>%1 nicht anfassen</translation>
    </message>
    <message>
        <source>Stays as it is (%1)</source>
        <translation>Bleibt, wie es ist (%1)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Check what is not to be changed</source>
        <translation>Ankreuzen, was nicht geändert werden soll</translation>
    </message>
    <message>
        <source>What to change, and what follows</source>
        <translation>Was zu ändern ist und was daraus folgt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Prompt or reason</source>
        <translation>Beschriftung oder Grund</translation>
    </message>
    <message>
        <source>Leave alone</source>
        <translation>Nicht anfassen</translation>
    </message>
</context>
<context>
    <name>kiln::FixPanel</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Make it so</source>
        <translation>So einstellen</translation>
    </message>
    <message>
        <source>Ways, with what follows from them</source>
        <translation>Wege mit ihren Folgen</translation>
    </message>
    <message>
        <source>Why it is impossible</source>
        <translation>Warum es unmöglich ist</translation>
    </message>
    <message>
        <source>Looking for ways</source>
        <translation>Wege werden gesucht</translation>
    </message>
    <message>
        <source>Make these changes, as one step of undo (Ctrl+Return)</source>
        <translation>Diese Änderungen vornehmen, in einem Schritt rückgängig zu machen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Take these changes back (Ctrl+Z)</source>
        <translation>Diese Änderungen zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Make it so:</source>
        <translation>So einstellen:</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Look Longer</source>
        <translation>Länger suchen</translation>
    </message>
    <message>
        <source>Stop looking (Esc)</source>
        <translation>Suche abbrechen (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>Make %n Change(s)</source>
        <translation>
            <numerusform>%n Änderung vornehmen</numerusform>
            <numerusform>%n Änderungen vornehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Make Changes</source>
        <translation>Änderungen vornehmen</translation>
    </message>
    <message>
        <source>Not changed: %1</source>
        <translation>Nicht geändert: %1</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Make the changes of a way; go to an option</source>
        <translation>Änderungen eines Wegs vornehmen; zu einer Option gehen</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Make the changes of the way that the row belongs to</source>
        <translation>Änderungen des Wegs vornehmen, zu dem die Zeile gehört</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Leave an option alone, and look for other ways</source>
        <translation>Eine Option nicht anfassen und andere Wege suchen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Stop looking; close</source>
        <translation>Suche abbrechen; schließen</translation>
    </message>
</context>
<context>
    <name>kiln::FixSearch</name>
    <message>
        <source>Kiln was built without a solver, which looks for the changes</source>
        <translation>Kiln wurde ohne den Löser gebaut, der die Änderungen sucht</translation>
    </message>
    <message>
        <source>Install CaDiCaL (Debian: libcadical-dev) and build it again</source>
        <translation>Installieren Sie CaDiCaL (Debian: libcadical-dev) und bauen Sie Kiln neu</translation>
    </message>
    <message>
        <source>The configuration has changed since this was found</source>
        <translation>Die Konfiguration hat sich geändert, seit dies gefunden wurde</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Suchen Sie erneut</translation>
    </message>
    <message numerus="yes">
        <source>%1 by %n change(s)</source>
        <translation>
            <numerusform>%1 durch %n Änderung</numerusform>
            <numerusform>%1 durch %n Änderungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::FragmentDialog</name>
    <message>
        <source>Fragment Merged</source>
        <translation>Fragment eingefügt</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) of %1 were merged.</source>
        <translation>
            <numerusform>%n Option aus %1 wurde eingefügt.</numerusform>
            <numerusform>%n Optionen aus %1 wurden eingefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them took effect.</source>
        <translation>Alle sind wirksam.</translation>
    </message>
    <message numerus="yes">
        <source>%n did not take effect.</source>
        <translation>
            <numerusform>%n ist nicht wirksam.</numerusform>
            <numerusform>%n sind nicht wirksam.</numerusform>
        </translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Fragment</source>
        <translation>Fragment</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What became of the fragment</source>
        <translation>Was aus dem Fragment wurde</translation>
    </message>
    <message>
        <source>Did not take effect</source>
        <translation>Nicht wirksam</translation>
    </message>
    <message>
        <source>Overridden by the fragment</source>
        <translation>Vom Fragment überschrieben</translation>
    </message>
    <message>
        <source>Undo the Merge</source>
        <translation>Einfügen rückgängig machen</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1, line %2: was %3, the fragment says %4, is %5 now</source>
        <translation>%1, Zeile %2: war %3, das Fragment sagt %4, ist nun %5</translation>
    </message>
</context>
<context>
    <name>kiln::GitStateView</name>
    <message>
        <source>&amp;Look Again</source>
        <translation>&amp;Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Klonen</translation>
    </message>
    <message>
        <source>Changed files</source>
        <translation>Geänderte Dateien</translation>
    </message>
    <message>
        <source>Fetch what is new and move the branch to it; changes of yours are never overwritten</source>
        <translation>Neues holen und den Zweig dorthin setzen; eigene Änderungen werden nie überschrieben</translation>
    </message>
    <message>
        <source>Open an application to see the state of its repositories.</source>
        <translation>Eine Anwendung öffnen, um den Stand ihrer Repositorys zu sehen.</translation>
    </message>
    <message>
        <source>Neither the application nor a library of it is a clone of a repository. “git init” in its folder makes it one.</source>
        <translation>Weder die Anwendung noch eine Bibliothek von ihr ist ein Repository. „git init“ in ihrem Ordner macht sie zu einem.</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Sieht die Dateien durch …</translation>
    </message>
    <message>
        <source>Revision %1, of no branch</source>
        <translation>Revision %1, auf keinem Zweig</translation>
    </message>
    <message>
        <source>Branch %1, revision %2</source>
        <translation>Zweig %1, Revision %2</translation>
    </message>
    <message>
        <source>Cloned from nowhere</source>
        <translation>Von nirgendwo geklont</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) that the repository did not have when it was last asked</source>
        <translation>
            <numerusform>%n Commit, den das Repository bei der letzten Nachfrage nicht hatte</numerusform>
            <numerusform>%n Commits, die das Repository bei der letzten Nachfrage nicht hatte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) were fetched and are not here yet</source>
        <translation>
            <numerusform>%n Commit wurde geholt und ist noch nicht hier</numerusform>
            <numerusform>%n Commits wurden geholt und sind noch nicht hier</numerusform>
        </translation>
    </message>
    <message>
        <source>No file was changed.</source>
        <translation>Keine Datei wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) changed:</source>
        <translation>
            <numerusform>%n Datei geändert:</numerusform>
            <numerusform>%n Dateien geändert:</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching what is new…</source>
        <translation>Holt Neues …</translation>
    </message>
    <message>
        <source>There is nothing new.</source>
        <translation>Es gibt nichts Neues.</translation>
    </message>
    <message numerus="yes">
        <source>%n new commit(s):</source>
        <translation>
            <numerusform>%n neuer Commit:</numerusform>
            <numerusform>%n neue Commits:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::GuestView</name>
    <message>
        <source>Views of the log</source>
        <translation>Ansichten des Protokolls</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>No guest has run yet. Build &amp; Boot (F5) starts one; what you type here then goes to it.</source>
        <translation>Noch lief kein Gast. Bauen &amp; Starten (F5) startet einen; was Sie hier tippen, geht dann an ihn.</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message numerus="yes">
        <source>Log · %n error(s)</source>
        <translation>
            <numerusform>Protokoll · %n Fehler</numerusform>
            <numerusform>Protokoll · %n Fehler</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::InsightViews</name>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Absturz</translation>
    </message>
    <message numerus="yes">
        <source>Tests · %n failed</source>
        <translation>
            <numerusform>Tests · %n fehlgeschlagen</numerusform>
            <numerusform>Tests · %n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tests · %n passed</source>
        <translation>
            <numerusform>Tests · %n bestanden</numerusform>
            <numerusform>Tests · %n bestanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Crash · %n</source>
        <translation>
            <numerusform>Absturz · %n</numerusform>
            <numerusform>Abstürze · %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline · %1</source>
        <translation>Zeitleiste · %1</translation>
    </message>
</context>
<context>
    <name>kiln::IssueGroups</name>
    <message>
        <source>No file</source>
        <translation>Keine Datei</translation>
    </message>
    <message>
        <source>No library</source>
        <translation>Keine Bibliothek</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>kiln::IssueModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
</context>
<context>
    <name>kiln::IssueView</name>
    <message>
        <source>No errors or warnings.</source>
        <translation>Keine Fehler oder Warnungen.</translation>
    </message>
    <message>
        <source>Errors and warnings</source>
        <translation>Fehler und Warnungen</translation>
    </message>
    <message>
        <source>Excerpt and advice</source>
        <translation>Auszug und Rat</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Nicht gruppiert</translation>
    </message>
    <message>
        <source>By file</source>
        <translation>Nach Datei</translation>
    </message>
    <message>
        <source>By library</source>
        <translation>Nach Bibliothek</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>Nach Schwere</translation>
    </message>
    <message>
        <source>Group errors and warnings</source>
        <translation>Fehler und Warnungen gruppieren</translation>
    </message>
</context>
<context>
    <name>kiln::JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End this; nothing of it is left behind</source>
        <translation>Das beenden; nichts davon bleibt zurück</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Bricht ab …</translation>
    </message>
</context>
<context>
    <name>kiln::KraftfileModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. It has no effect: %2</source>
        <translation>%1. Es hat keine Wirkung: %2</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Line:Column</source>
        <translation>Zeile:Spalte</translation>
    </message>
</context>
<context>
    <name>kiln::KraftfileView</name>
    <message>
        <source>&amp;Make a Kraftfile</source>
        <translation>Kraftfile an&amp;legen</translation>
    </message>
    <message>
        <source>&amp;Apply Options</source>
        <translation>Optionen &amp;übernehmen</translation>
    </message>
    <message>
        <source>&amp;Open the File</source>
        <translation>&amp;Datei öffnen</translation>
    </message>
    <message>
        <source>Kraftfile</source>
        <translation>Kraftfile</translation>
    </message>
    <message>
        <source>Give the options of the configuration the values of “kconfig”, as one step that can be undone</source>
        <translation>Den Optionen der Konfiguration die Werte von „kconfig“ geben, als ein Schritt, der rückgängig zu machen ist</translation>
    </message>
    <message>
        <source>Open the file where the chosen value is</source>
        <translation>Die Datei öffnen, wo der gewählte Wert steht</translation>
    </message>
    <message>
        <source>Reading the Kraftfile…</source>
        <translation>Liest das Kraftfile …</translation>
    </message>
    <message>
        <source>Open an application to see its Kraftfile.</source>
        <translation>Eine Anwendung öffnen, um ihr Kraftfile zu sehen.</translation>
    </message>
    <message>
        <source>The application has no Kraftfile. With one, it has targets and libraries, and others build it the same way.</source>
        <translation>Die Anwendung hat kein Kraftfile. Mit einem hat sie Ziele und Bibliotheken, und andere bauen sie ebenso.</translation>
    </message>
    <message>
        <source>Without effect here:</source>
        <translation>Hier ohne Wirkung:</translation>
    </message>
    <message>
        <source>Writing the Kraftfile…</source>
        <translation>Schreibt das Kraftfile …</translation>
    </message>
</context>
<context>
    <name>kiln::LanguageMenu</name>
    <message>
        <source>Like the &amp;Desktop</source>
        <translation>Wie die &amp;Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Lang&amp;uage</source>
        <translation>&amp;Sprache</translation>
    </message>
</context>
<context>
    <name>kiln::LevelChip</name>
    <message>
        <source>Show or hide the rows of level %1 (%2)</source>
        <translation>Zeilen der Stufe %1 zeigen oder verbergen (%2)</translation>
    </message>
</context>
<context>
    <name>kiln::LibrariesView</name>
    <message>
        <source>Libraries of the image</source>
        <translation>Bibliotheken des Abbilds</translation>
    </message>
    <message>
        <source>Why the library is in the image</source>
        <translation>Warum die Bibliothek im Abbild ist</translation>
    </message>
    <message>
        <source>There is no image yet. Build (Ctrl+B) makes one.</source>
        <translation>Noch gibt es kein Abbild. Bauen (Strg+B) erzeugt eines.</translation>
    </message>
    <message>
        <source>Select a library to see why it is in the image.</source>
        <translation>Wählen Sie eine Bibliothek, um zu sehen, warum sie im Abbild ist.</translation>
    </message>
    <message>
        <source>Show %1 in Configure</source>
        <translation>%1 in Konfigurieren zeigen</translation>
    </message>
    <message>
        <source>Uses symbols of:</source>
        <translation>Benutzt Symbole von:</translation>
    </message>
    <message>
        <source>Its symbols are used by:</source>
        <translation>Ihre Symbole benutzen:</translation>
    </message>
</context>
<context>
    <name>kiln::LibraryDialog</name>
    <message>
        <source>Add a Library to %1</source>
        <translation>%1 eine Bibliothek hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>A repository is cloned into the application, to .unikraft/libs, and trusted as that is. A folder is used where it is.</source>
        <translation>Ein Repository wird in die Anwendung geklont, nach .unikraft/libs, und ihm wird vertraut wie dieser. Ein Ordner wird verwendet, wo er ist.</translation>
    </message>
    <message>
        <source>&amp;Folder of This Computer…</source>
        <translation>&amp;Ordner dieses Rechners …</translation>
    </message>
    <message>
        <source>A library in a folder, such as a port</source>
        <translation>Eine Bibliothek in einem Ordner, etwa eine Portierung</translation>
    </message>
    <message>
        <source>Folder of a library</source>
        <translation>Ordner einer Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Type an address, or choose one of the catalogue</source>
        <translation>Eine Adresse eingeben oder eine aus dem Katalog wählen</translation>
    </message>
    <message>
        <source>Fetching %1…</source>
        <translation>Holt %1 …</translation>
    </message>
</context>
<context>
    <name>kiln::LibraryGraphView</name>
    <message>
        <source>Graph of the libraries</source>
        <translation>Graph der Bibliotheken</translation>
    </message>
</context>
<context>
    <name>kiln::LibraryModel</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
</context>
<context>
    <name>kiln::LintView</name>
    <message>
        <source>Check Options</source>
        <translation>Optionen prüfen</translation>
    </message>
    <message>
        <source>Look for options that can never be set, names that nobody defines, selects that ignore dependencies, and the like</source>
        <translation>Sucht Optionen, die nie gesetzt werden können, Namen, die niemand definiert, select-Zeilen, die Abhängigkeiten übergehen, und Ähnliches</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>Noch nicht geprüft.</translation>
    </message>
    <message>
        <source>No options have been read.</source>
        <translation>Es wurden keine Optionen gelesen.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüfung läuft …</translation>
    </message>
    <message>
        <source>Nothing to find fault with.</source>
        <translation>Nichts zu beanstanden.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) in the Kconfig files.</source>
        <translation>
            <numerusform>%n Befund in den Kconfig-Dateien.</numerusform>
            <numerusform>%n Befunde in den Kconfig-Dateien.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::LoadingView</name>
    <message>
        <source>Open an application folder to configure it.</source>
        <translation>Öffnen Sie einen Anwendungsordner, um ihn zu konfigurieren.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reading the options</source>
        <translation>Optionen werden gelesen</translation>
    </message>
    <message>
        <source>End the commands of the tree and stop reading it</source>
        <translation>Befehle des Baums beenden und nicht weiterlesen</translation>
    </message>
    <message>
        <source>Reading the options…</source>
        <translation>Optionen werden gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>Reading the options: %n command(s) of the tree answered…</source>
        <translation>
            <numerusform>Optionen werden gelesen: %n Befehl des Baums beantwortet …</numerusform>
            <numerusform>Optionen werden gelesen: %n Befehle des Baums beantwortet …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::LogFilterBar</name>
    <message>
        <source>Choose which libraries&apos; rows are shown</source>
        <translation>Wählen, von welchen Bibliotheken Zeilen gezeigt werden</translation>
    </message>
    <message>
        <source>Filter text</source>
        <translation>Text filtern</translation>
    </message>
    <message>
        <source>Tell capital letters from small ones</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>The text is a regular expression</source>
        <translation>Der Text ist ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>All libraries</source>
        <translation>Alle Bibliotheken</translation>
    </message>
    <message>
        <source>No library</source>
        <translation>Keine Bibliothek</translation>
    </message>
    <message>
        <source>%1 of %2 libraries</source>
        <translation>%1 von %2 Bibliotheken</translation>
    </message>
    <message>
        <source>Libraries: %1</source>
        <translation>Bibliotheken: %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Hide all</source>
        <translation>Alle verbergen</translation>
    </message>
    <message>
        <source>Show rows that contain this. Enter keeps it as a filter and makes room for the next; Shift+Enter keeps it as one that hides rows, Ctrl+Enter as one that only highlights them.</source>
        <translation>Zeigt Zeilen, die dies enthalten. Eingabe behält es als Filter und macht Platz für den nächsten; Umschalt+Eingabe behält es als einen, der Zeilen verbirgt, Strg+Eingabe als einen, der sie nur hervorhebt.</translation>
    </message>
</context>
<context>
    <name>kiln::LogMinimap</name>
    <message>
        <source>Map of warnings and errors</source>
        <translation>Karte der Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Warnings and errors among all rows; click to go there</source>
        <translation>Warnungen und Fehler unter allen Zeilen; Klick geht dorthin</translation>
    </message>
</context>
<context>
    <name>kiln::LogModel</name>
    <message>
        <source>%1%2 µs</source>
        <translation>%1%2 µs</translation>
    </message>
    <message>
        <source>%1%2 ms</source>
        <translation>%1%2 ms</translation>
    </message>
    <message>
        <source>%1%2 s</source>
        <translation>%1%2 s</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>%1 line %2</source>
        <translation>%1 Zeile %2</translation>
    </message>
    <message>
        <source>at %1 seconds</source>
        <translation>bei %1 Sekunden</translation>
    </message>
    <message>
        <source>highlighted</source>
        <translation>hervorgehoben</translation>
    </message>
</context>
<context>
    <name>kiln::LogRuleChip</name>
    <message>
        <source>Switch this filter off and on; its menu changes or removes it</source>
        <translation>Diesen Filter aus- und einschalten; sein Menü ändert oder entfernt ihn</translation>
    </message>
    <message>
        <source>Highlight %1</source>
        <translation>%1 hervorheben</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 verbergen</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Show Only Matching Rows</source>
        <translation>Nur passende Zeilen zeigen</translation>
    </message>
    <message>
        <source>Hide Matching Rows</source>
        <translation>Passende Zeilen verbergen</translation>
    </message>
    <message>
        <source>Highlight Matching Rows</source>
        <translation>Passende Zeilen hervorheben</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>kiln::LogSearchBar</name>
    <message>
        <source>Search in the rows</source>
        <translation>In den Zeilen suchen</translation>
    </message>
    <message>
        <source>Enter goes to the next match, Shift+Enter to the one before, Escape closes the search</source>
        <translation>Eingabe geht zum nächsten Treffer, Umschalt+Eingabe zum vorigen, Esc schließt die Suche</translation>
    </message>
    <message>
        <source>Tell capital letters from small ones</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>The text is a regular expression</source>
        <translation>Der Text ist ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriger</translation>
    </message>
    <message>
        <source>The match before (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>The next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the search (Escape)</source>
        <translation>Suche schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>kiln::LogView</name>
    <message>
        <source>Follow the newest row</source>
        <translation>Der neuesten Zeile folgen</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all (Ctrl+C)</source>
        <translation>Markierte Zeilen oder alle kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Save the raw output to a file…</source>
        <translation>Rohausgabe in einer Datei speichern …</translation>
    </message>
    <message>
        <source>Clear the log</source>
        <translation>Protokoll leeren</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>No row passes the filters.</source>
        <translation>Keine Zeile passt zu den Filtern.</translation>
    </message>
    <message>
        <source>Nothing logged yet. Build &amp; Boot (F5) starts the guest.</source>
        <translation>Noch nichts protokolliert. „Bauen &amp; Starten“ (F5) startet den Gast.</translation>
    </message>
    <message>
        <source>Save the raw output</source>
        <translation>Rohausgabe speichern</translation>
    </message>
    <message>
        <source>Search in the rows (Ctrl+F)</source>
        <translation>In den Zeilen suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Open a saved log…</source>
        <translation>Gespeichertes Protokoll öffnen …</translation>
    </message>
    <message>
        <source>rows without a library</source>
        <translation>Zeilen ohne Bibliothek</translation>
    </message>
    <message>
        <source>Show Only %1</source>
        <translation>Nur %1 zeigen</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 verbergen</translation>
    </message>
    <message>
        <source>Show Only Rows with This Message</source>
        <translation>Nur Zeilen mit dieser Meldung zeigen</translation>
    </message>
    <message>
        <source>Hide Rows with This Message</source>
        <translation>Zeilen mit dieser Meldung verbergen</translation>
    </message>
    <message>
        <source>Open the Source</source>
        <translation>Quelltext öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Open a saved log</source>
        <translation>Gespeichertes Protokoll öffnen</translation>
    </message>
    <message>
        <source>Matches: %1</source>
        <translation>Treffer: %1</translation>
    </message>
    <message>
        <source>Matches so far: %1</source>
        <translation>Treffer bisher: %1</translation>
    </message>
    <message>
        <source>Highlight Rows with This Message</source>
        <translation>Zeilen mit dieser Meldung hervorheben</translation>
    </message>
    <message>
        <source>This log has more lines than the %1 that can have a row. The last row stands for all that follow; save the raw output to have every byte.</source>
        <translation>Dieses Protokoll hat mehr Zeilen als die %1, die gezeigt werden können. Die letzte steht für alle, die folgen; die Rohausgabe zu speichern erhält jedes Byte.</translation>
    </message>
    <message>
        <source>More rows pass the filters than the %1 that can be shown. Narrow the filters to see those that follow.</source>
        <translation>Mehr Zeilen passen zu den Filtern als die %1, die gezeigt werden können. Die Filter enger fassen, um die folgenden zu sehen.</translation>
    </message>
</context>
<context>
    <name>kiln::MachineButton</name>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 MiB</source>
        <translation>%1 · %2 · %3 MiB</translation>
    </message>
    <message>
        <source>Machine: %1</source>
        <translation>Maschine: %1</translation>
    </message>
    <message>
        <source>The machine the unikernel boots in</source>
        <translation>Die Maschine, in der der Unikernel startet</translation>
    </message>
    <message>
        <source>What suits</source>
        <translation>Passende</translation>
    </message>
    <message>
        <source>Target of the Kraftfile</source>
        <translation>Ziel der Kraftfile</translation>
    </message>
    <message>
        <source>%1 · Linux process</source>
        <translation>%1 · Linux-Prozess</translation>
    </message>
</context>
<context>
    <name>kiln::MachineEditor</name>
    <message>
        <source>Processor and memory</source>
        <translation>Prozessor und Speicher</translation>
    </message>
    <message>
        <source>As configured</source>
        <translation>Wie konfiguriert</translation>
    </message>
    <message>
        <source>What suits</source>
        <translation>Passende</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>&amp;Platform:</source>
        <translation>&amp;Plattform:</translation>
    </message>
    <message>
        <source>&amp;Architecture:</source>
        <translation>&amp;Architektur:</translation>
    </message>
    <message>
        <source>&amp;Machine:</source>
        <translation>&amp;Maschine:</translation>
    </message>
    <message>
        <source>A&amp;ccelerator:</source>
        <translation>&amp;Beschleuniger:</translation>
    </message>
    <message>
        <source>Process&amp;or:</source>
        <translation>Pr&amp;ozessor:</translation>
    </message>
    <message>
        <source>Processor cou&amp;nt:</source>
        <translation>A&amp;nzahl Prozessoren:</translation>
    </message>
    <message>
        <source>Memor&amp;y:</source>
        <translation>&amp;Speicher:</translation>
    </message>
    <message>
        <source>&amp;Interrupt controller (arm64):</source>
        <translation>&amp;Interrupt-Controller (arm64):</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Ports of this computer that lead to ports of the guest: [ADDRESS:]HOSTPORT:GUESTPORT[/udp]</source>
        <translation>Ports dieses Rechners, die zu Ports des Gasts führen: [ADRESSE:]RECHNERPORT:GASTPORT[/udp]</translation>
    </message>
    <message>
        <source>Net&amp;work:</source>
        <translation>Net&amp;zwerk:</translation>
    </message>
    <message>
        <source>&amp;Tap interface:</source>
        <translation>&amp;Tap-Schnittstelle:</translation>
    </message>
    <message>
        <source>MAC a&amp;ddress:</source>
        <translation>MAC-A&amp;dresse:</translation>
    </message>
    <message>
        <source>&amp;Forwarded ports:</source>
        <translation>&amp;Weitergeleitete Ports:</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Shared folders</source>
        <translation>Geteilte Ordner</translation>
    </message>
    <message>
        <source>Disk images</source>
        <translation>Festplattenabbilder</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Choose the initial RAM disk</source>
        <translation>Die erste RAM-Disk wählen</translation>
    </message>
    <message>
        <source>Initial &amp;RAM disk:</source>
        <translation>Erste &amp;RAM-Disk:</translation>
    </message>
    <message>
        <source>Shared folders (9P):</source>
        <translation>Geteilte Ordner (9P):</translation>
    </message>
    <message>
        <source>Disk images (raw):</source>
        <translation>Festplattenabbilder (roh):</translation>
    </message>
    <message>
        <source>Program and debugger</source>
        <translation>Programm und Debugger</translation>
    </message>
    <message>
        <source>For main(), after the application&apos;s name; words with blanks in double quotes</source>
        <translation>Für main(), hinter dem Namen der Anwendung; Wörter mit Leerzeichen in Anführungszeichen</translation>
    </message>
    <message>
        <source>&amp;GDB can attach, at port</source>
        <translation>&amp;GDB kann sich verbinden, an Port</translation>
    </message>
    <message>
        <source>Port for GDB</source>
        <translation>Port für GDB</translation>
    </message>
    <message>
        <source>&amp;Start paused, before the first instruction</source>
        <translation>Angehalten &amp;beginnen, vor dem ersten Befehl</translation>
    </message>
    <message>
        <source>For QEMU, at the end; words with blanks in double quotes. What could run a program is kept on this computer, not in the project.</source>
        <translation>Für QEMU, am Ende; Wörter mit Leerzeichen in Anführungszeichen. Was ein Programm ausführen könnte, bleibt auf diesem Rechner und kommt nicht ins Projekt.</translation>
    </message>
    <message>
        <source>Arg&amp;uments:</source>
        <translation>Arg&amp;umente:</translation>
    </message>
    <message>
        <source>E&amp;xtra arguments of QEMU:</source>
        <translation>&amp;Weitere Argumente für QEMU:</translation>
    </message>
    <message>
        <source>The exact command</source>
        <translation>Der genaue Befehl</translation>
    </message>
    <message>
        <source>Cop&amp;y Command</source>
        <translation>Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Export as Script…</source>
        <translation>Als Skript &amp;exportieren …</translation>
    </message>
    <message>
        <source>Export the command as a shell script</source>
        <translation>Den Befehl als Shell-Skript exportieren</translation>
    </message>
</context>
<context>
    <name>kiln::MachineSettings</name>
    <message>
        <source>Machine of %1</source>
        <translation>Maschine von %1</translation>
    </message>
</context>
<context>
    <name>kiln::MainWindow</name>
    <message>
        <source>Main</source>
        <translation>Haupt-Werkzeugleiste</translation>
    </message>
    <message>
        <source>The open project, and recent ones</source>
        <translation>Das offene Projekt und die letzten</translation>
    </message>
    <message>
        <source>Build &amp; Boot</source>
        <translation>Bauen &amp; Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Save the changes before the configuration is read again?</source>
        <translation>Änderungen speichern, bevor die Konfiguration neu gelesen wird?</translation>
    </message>
    <message>
        <source>%1 is in none of the project&apos;s folders</source>
        <translation>%1 liegt in keinem Ordner des Projekts</translation>
    </message>
    <message>
        <source>It may belong to a library whose folder is not known here.</source>
        <translation>Die Datei gehört vielleicht zu einer Bibliothek, deren Ordner hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Save the changes before another project is opened?</source>
        <translation>Änderungen speichern, bevor ein anderes Projekt geöffnet wird?</translation>
    </message>
    <message>
        <source>The example can&apos;t be changed where it is. Copy it to a folder of yours</source>
        <translation>Das Beispiel kann an seinem Ort nicht geändert werden. Kopieren Sie es in einen eigenen Ordner</translation>
    </message>
    <message>
        <source>Copy Here and Open</source>
        <translation>Hierher kopieren und öffnen</translation>
    </message>
    <message>
        <source>No project</source>
        <translation>Kein Projekt</translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation>Projekt: %1</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>Es ist kein Projekt geöffnet</translation>
    </message>
    <message>
        <source>%1[*] — Kiln</source>
        <translation>%1[*] — Kiln</translation>
    </message>
    <message>
        <source>Kiln</source>
        <translation>Kiln</translation>
    </message>
    <message>
        <source>This project is not trusted: nothing of it has been run.</source>
        <translation>Diesem Projekt wird nicht vertraut: Nichts daraus wurde ausgeführt.</translation>
    </message>
    <message numerus="yes">
        <source>Its options are incomplete: %n command(s) that make part of them were refused.</source>
        <translation>
            <numerusform>Seine Optionen sind unvollständig: %n Befehl, aus dem ein Teil von ihnen entsteht, wurde abgelehnt.</numerusform>
            <numerusform>Seine Optionen sind unvollständig: %n Befehle, aus denen ein Teil von ihnen entsteht, wurden abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Trust…</source>
        <translation>Vertrauen …</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>%1 &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>%1 &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Reading options…</source>
        <translation>Optionen werden gelesen …</translation>
    </message>
    <message>
        <source>No options</source>
        <translation>Keine Optionen</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n ungespeicherte Änderung</numerusform>
            <numerusform>%n ungespeicherte Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Not saved: .config is out of date</source>
        <translation>Nicht gespeichert: .config ist veraltet</translation>
    </message>
    <message>
        <source>Configuration saved</source>
        <translation>Konfiguration gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>The options were read with %n error(s).</source>
        <translation>
            <numerusform>Die Optionen wurden mit %n Fehler gelesen.</numerusform>
            <numerusform>Die Optionen wurden mit %n Fehlern gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Build &amp;&amp; Boot</source>
        <translation>Bauen &amp;&amp; Starten</translation>
    </message>
    <message>
        <source>End the build or the guest (F5)</source>
        <translation>Bauvorgang oder Gast beenden (F5)</translation>
    </message>
    <message>
        <source>Save, build and boot (F5)</source>
        <translation>Speichern, bauen und starten (F5)</translation>
    </message>
    <message>
        <source>Save the changes before Kiln closes?</source>
        <translation>Änderungen speichern, bevor Kiln beendet wird?</translation>
    </message>
    <message>
        <source>The language changes when Kiln is started again.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Kiln.</translation>
    </message>
    <message>
        <source>The values of %1 were taken. They are not saved yet.</source>
        <translation>Die Werte aus %1 wurden übernommen. Sie sind noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Open the folder of a project</source>
        <translation>Ordner eines Projekts öffnen</translation>
    </message>
    <message>
        <source>Open a Kconfig file or a configuration</source>
        <translation>Kconfig-Datei oder Konfiguration öffnen</translation>
    </message>
    <message>
        <source>Kconfig files and configurations (Kconfig* Config.in* Config.uk *config* *.config)</source>
        <translation>Kconfig-Dateien und Konfigurationen (Kconfig* Config.in* Config.uk *config* *.config)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the changes before the options are read with other variables?</source>
        <translation>Änderungen speichern, bevor die Optionen mit anderen Variablen gelesen werden?</translation>
    </message>
    <message>
        <source>Save the changes before the options for %1 are read?</source>
        <translation>Änderungen speichern, bevor die Optionen für %1 gelesen werden?</translation>
    </message>
    <message>
        <source>%1 was written for %2. Saving makes it a configuration for %3.</source>
        <translation>%1 wurde für %2 geschrieben. Durch Speichern wird daraus eine Konfiguration für %3.</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>This tree is not trusted: nothing of it has been run, and no compiler was asked what it can do.</source>
        <translation>Diesem Quellbaum wird nicht vertraut: Nichts daraus wurde ausgeführt, und kein Compiler wurde gefragt, was er kann.</translation>
    </message>
    <message>
        <source>Variables…</source>
        <translation>Variablen …</translation>
    </message>
    <message>
        <source>Save and build (Ctrl+B)</source>
        <translation>Speichern und bauen (Strg+B)</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Save the changes before the options are read as another dialect?</source>
        <translation>Änderungen speichern, bevor die Optionen in einem anderen Dialekt gelesen werden?</translation>
    </message>
    <message>
        <source>%1 is not complete: save to complete it</source>
        <translation>%1 ist unvollständig: Speichern vervollständigt sie</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Unterbrechen</translation>
    </message>
    <message>
        <source>Let the guest go on (F6)</source>
        <translation>Den Gast fortsetzen (F6)</translation>
    </message>
    <message>
        <source>Hold the guest (F6)</source>
        <translation>Den Gast anhalten (F6)</translation>
    </message>
    <message>
        <source>This tree has no option %1</source>
        <translation>Dieser Baum hat keine Option %1</translation>
    </message>
    <message>
        <source>Look for what makes its kernel say more in Configure.</source>
        <translation>In „Konfigurieren“ suchen, was seinen Kernel mehr sagen lässt.</translation>
    </message>
    <message>
        <source>Let the kernel say more</source>
        <translation>Den Kernel mehr sagen lassen</translation>
    </message>
    <message>
        <source>%1 is switched on. The next boot will tell more.</source>
        <translation>%1 ist eingeschaltet. Der nächste Start sagt mehr.</translation>
    </message>
    <message>
        <source>Find option, file, action</source>
        <translation>Option, Datei, Aktion suchen</translation>
    </message>
    <message>
        <source>The Kraftfile asks for %1: %2</source>
        <translation>Das Kraftfile verlangt %1: %2</translation>
    </message>
    <message>
        <source>The Kraftfile asks for %1, which has no effect: %2</source>
        <translation>Das Kraftfile verlangt %1, was keine Wirkung hat: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) have the values of the Kraftfile now.</source>
        <translation>
            <numerusform>%n Option hat nun den Wert aus dem Kraftfile.</numerusform>
            <numerusform>%n Optionen haben nun die Werte aus dem Kraftfile.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are not saved yet.</source>
        <translation>Noch ist das nicht gesichert.</translation>
    </message>
    <message>
        <source>The options have the values of the Kraftfile already.</source>
        <translation>Die Optionen haben die Werte des Kraftfiles schon.</translation>
    </message>
    <message>
        <source>Without effect: %1</source>
        <translation>Ohne Wirkung: %1</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Prüfen …</translation>
    </message>
    <message>
        <source>Save the files changed in the editor before Kiln closes?</source>
        <translation>Die im Editor geänderten Dateien sichern, bevor Kiln schließt?</translation>
    </message>
</context>
<context>
    <name>kiln::NewProjectDialog</name>
    <message>
        <source>New Application</source>
        <translation>Neue Anwendung</translation>
    </message>
    <message>
        <source>New Library</source>
        <translation>Neue Bibliothek</translation>
    </message>
    <message>
        <source>Create and Open</source>
        <translation>Anlegen und öffnen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Folder in which it will be</source>
        <translation>Ordner, in dem sie liegen wird</translation>
    </message>
    <message>
        <source>&amp;In folder:</source>
        <translation>&amp;In Ordner:</translation>
    </message>
    <message>
        <source>&amp;Template:</source>
        <translation>&amp;Vorlage:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Version:</source>
        <translation>V&amp;ersion:</translation>
    </message>
    <message>
        <source>&amp;Sources:</source>
        <translation>&amp;Quelltexte:</translation>
    </message>
    <message>
        <source>It will be %1</source>
        <translation>Es wird %1</translation>
    </message>
    <message>
        <source>Give it a name, a version and its sources</source>
        <translation>Ihr einen Namen, eine Version und ihre Quelltexte geben</translation>
    </message>
    <message>
        <source>Give it a name</source>
        <translation>Ihr einen Namen geben</translation>
    </message>
    <message>
        <source>Choose the folder in which it will be</source>
        <translation>Den Ordner wählen, in dem sie liegen wird</translation>
    </message>
    <message>
        <source>There is something already</source>
        <translation>Dort ist schon etwas</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Einen anderen Namen oder Ordner wählen.</translation>
    </message>
    <message>
        <source>Writing the files…</source>
        <translation>Schreibt die Dateien …</translation>
    </message>
</context>
<context>
    <name>kiln::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>kiln::OptionMenu</name>
    <message>
        <source>Set to %1…</source>
        <translation>Auf %1 setzen …</translation>
    </message>
    <message>
        <source>Set to %1</source>
        <translation>Auf %1 setzen</translation>
    </message>
    <message>
        <source>&amp;Make It So…</source>
        <translation>S&amp;o einstellen …</translation>
    </message>
    <message>
        <source>&amp;Copy Name</source>
        <translation>Namen &amp;kopieren</translation>
    </message>
    <message>
        <source>Go to &amp;Definition</source>
        <translation>Zur &amp;Definition</translation>
    </message>
</context>
<context>
    <name>kiln::OptionPane</name>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Indexing…</source>
        <translation>Suchverzeichnis wird angelegt …</translation>
    </message>
    <message>
        <source>%1 of %2 found</source>
        <translation>%1 von %2 gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>No option matches “%1”. View &gt; Show All Options also looks among the hidden ones.</source>
        <translation>Keine Option passt zu „%1“. Ansicht &gt; Alle Optionen zeigen sucht auch unter den verborgenen.</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s)</source>
        <translation>
            <numerusform>%n Option</numerusform>
            <numerusform>%n Optionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs from the saved configuration. View &gt; Only Changed shows the others again.</source>
        <translation>Nichts weicht von der gespeicherten Konfiguration ab. Ansicht &gt; Nur Geändertes zeigt die anderen wieder.</translation>
    </message>
    <message>
        <source>Nothing differs from its default. View &gt; Only Different from Default shows the others again.</source>
        <translation>Nichts weicht von seiner Vorgabe ab. Ansicht &gt; Nur von der Vorgabe Abweichendes zeigt die anderen wieder.</translation>
    </message>
</context>
<context>
    <name>kiln::OptionTreeModel</name>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>(no prompt)</source>
        <translation>(ohne Beschriftung)</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>Allowed: %1 to %2</source>
        <translation>Erlaubt: %1 bis %2</translation>
    </message>
    <message>
        <source>hidden now</source>
        <translation>derzeit verborgen</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>locked: %1</source>
        <translation>gesperrt: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>value before and after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>would become %1</source>
        <translation>würde %1</translation>
    </message>
</context>
<context>
    <name>kiln::OptionView</name>
    <message>
        <source>Up, Down, Page Up, Page Down</source>
        <translation>Auf, Ab, Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Move among the options</source>
        <translation>Zwischen den Optionen wechseln</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Toggle the option, edit its value, or say why it is locked</source>
        <translation>Option umschalten, ihren Wert ändern oder sagen, warum sie gesperrt ist</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Go into a menu; else the same as Space</source>
        <translation>In ein Menü gehen; sonst wie Leertaste</translation>
    </message>
    <message>
        <source>y, m, n</source>
        <translation>y, m, n</translation>
    </message>
    <message>
        <source>Yes, module, no</source>
        <translation>Ja, Modul, nein</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Edit the value</source>
        <translation>Wert bearbeiten</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>Close and open what is below an option</source>
        <translation>Zu- und aufklappen, was unter einer Option steht</translation>
    </message>
    <message>
        <source>Backspace, Esc Esc</source>
        <translation>Rücktaste, Esc Esc</translation>
    </message>
    <message>
        <source>Back to the menu above</source>
        <translation>Zurück ins Menü darüber</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>Read the help and what the option needs</source>
        <translation>Hilfe lesen und was die Option braucht</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>Show hidden options, too</source>
        <translation>Auch verborgene Optionen zeigen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>To the links of an explanation</source>
        <translation>Zu den Verweisen einer Erklärung</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
</context>
<context>
    <name>kiln::OptionViewActions</name>
    <message>
        <source>&amp;Menus and Options</source>
        <translation>&amp;Menüs und Optionen</translation>
    </message>
    <message>
        <source>Menus on the left, the options of one of them beside</source>
        <translation>Links die Menüs, daneben die Optionen eines davon</translation>
    </message>
    <message>
        <source>&amp;Whole Tree</source>
        <translation>Ganzer &amp;Baum</translation>
    </message>
    <message>
        <source>All menus and options in one tree</source>
        <translation>Alle Menüs und Optionen in einem Baum</translation>
    </message>
    <message>
        <source>&amp;List of Options</source>
        <translation>&amp;Liste der Optionen</translation>
    </message>
    <message>
        <source>All options in one list, without menus</source>
        <translation>Alle Optionen in einer Liste, ohne Menüs</translation>
    </message>
    <message>
        <source>Show &amp;All Options</source>
        <translation>&amp;Alle Optionen zeigen</translation>
    </message>
    <message>
        <source>Also show options that are hidden now, in grey</source>
        <translation>Auch derzeit verborgene Optionen zeigen, in Grau</translation>
    </message>
    <message>
        <source>&amp;Names Instead of Prompts</source>
        <translation>&amp;Namen statt Beschriftungen</translation>
    </message>
    <message>
        <source>Show the names of options first</source>
        <translation>Zuerst die Namen der Optionen zeigen</translation>
    </message>
    <message>
        <source>Only &amp;Changed</source>
        <translation>Nur &amp;Geändertes</translation>
    </message>
    <message>
        <source>Only what differs from the saved configuration</source>
        <translation>Nur, was von der gespeicherten Konfiguration abweicht</translation>
    </message>
    <message>
        <source>Only &amp;Different from Default</source>
        <translation>Nur von der &amp;Vorgabe Abweichendes</translation>
    </message>
    <message>
        <source>Only what has been given a value of its own</source>
        <translation>Nur, was einen eigenen Wert bekommen hat</translation>
    </message>
    <message>
        <source>Search &amp;Results as a Tree</source>
        <translation>Such&amp;ergebnisse als Baum</translation>
    </message>
    <message>
        <source>Show what a search finds in its menus</source>
        <translation>Gefundenes in seinen Menüs zeigen</translation>
    </message>
</context>
<context>
    <name>kiln::PathEdit</name>
    <message>
        <source>Look for it</source>
        <translation>Danach suchen</translation>
    </message>
    <message>
        <source>Look for it: %1</source>
        <translation>Danach suchen: %1</translation>
    </message>
</context>
<context>
    <name>kiln::PathTable</name>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Einen Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Eine Datei hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Die Zeile entfernen</translation>
    </message>
    <message>
        <source>Share a folder</source>
        <translation>Einen Ordner teilen</translation>
    </message>
    <message>
        <source>Use a disk image</source>
        <translation>Ein Festplattenabbild benutzen</translation>
    </message>
</context>
<context>
    <name>kiln::PlaceBar</name>
    <message>
        <source>Places</source>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>kiln::PortDialog</name>
    <message>
        <source>Port a Program</source>
        <translation>Ein Programm portieren</translation>
    </message>
    <message>
        <source>Write the Port</source>
        <translation>Portierung schreiben</translation>
    </message>
    <message>
        <source>Folder of the program&apos;s sources</source>
        <translation>Ordner mit den Quelltexten des Programms</translation>
    </message>
    <message>
        <source>&amp;Ask make (make -n), with</source>
        <translation>&amp;make fragen (make -n), mit</translation>
    </message>
    <message>
        <source>Read its sa&amp;ved output:</source>
        <translation>Seine &amp;gesicherte Ausgabe lesen:</translation>
    </message>
    <message>
        <source>I &amp;trust this folder: make -n runs what its makefiles contain</source>
        <translation>Ich &amp;vertraue diesem Ordner: make -n führt aus, was seine Makefiles enthalten</translation>
    </message>
    <message>
        <source>What make -n has printed</source>
        <translation>Was make -n ausgegeben hat</translation>
    </message>
    <message>
        <source>Folder of the port</source>
        <translation>Ordner der Portierung</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>What was done and why</source>
        <translation>Was getan wurde und warum</translation>
    </message>
    <message>
        <source>The port</source>
        <translation>Die Portierung</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>A C program or library that builds with make becomes a library of an application: Kiln reads the commands of the compiler.</source>
        <translation>Ein C-Programm oder eine C-Bibliothek, die mit make gebaut wird, wird Bibliothek einer Anwendung: Kiln liest die Befehle des Compilers.</translation>
    </message>
    <message>
        <source>Targets and variables of make</source>
        <translation>Ziele und Variablen für make</translation>
    </message>
    <message>
        <source>targets and NAME=VALUE, if any</source>
        <translation>Ziele und NAME=WERT, falls nötig</translation>
    </message>
    <message>
        <source>Which of the programs and libraries of the build is ported</source>
        <translation>Welches der gebauten Programme und Bibliotheken portiert wird</translation>
    </message>
    <message>
        <source>&amp;Sources:</source>
        <translation>&amp;Quelltexte:</translation>
    </message>
    <message>
        <source>&amp;Program:</source>
        <translation>&amp;Programm:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Port&apos;s &amp;folder:</source>
        <translation>&amp;Ordner der Portierung:</translation>
    </message>
    <message>
        <source>Name the sources, and let them be read</source>
        <translation>Die Quelltexte nennen und lesen lassen</translation>
    </message>
    <message>
        <source>Choose the folder of the port</source>
        <translation>Den Ordner der Portierung wählen</translation>
    </message>
    <message>
        <source>Reading what make would do…</source>
        <translation>Liest, was make täte …</translation>
    </message>
    <message>
        <source>Planning the port…</source>
        <translation>Plant die Portierung …</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n Quelltext</numerusform>
            <numerusform>%n Quelltexte</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing the files…</source>
        <translation>Schreibt die Dateien …</translation>
    </message>
</context>
<context>
    <name>kiln::ProjectPage</name>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Folders you open will be listed here.</source>
        <translation>Hier erscheinen die Ordner, die Sie öffnen.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Kiln</source>
        <translation>Kiln</translation>
    </message>
    <message>
        <source>Configure, build, boot and understand unikernels.</source>
        <translation>Unikernel konfigurieren, bauen, starten und verstehen.</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Examples that come with Kiln</source>
        <translation>Beispiele, die mit Kiln kommen</translation>
    </message>
    <message>
        <source>%1 (comes with Kiln)</source>
        <translation>%1 (kommt mit Kiln)</translation>
    </message>
    <message>
        <source>%1 (Unikraft %2)</source>
        <translation>%1 (Unikraft %2)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Kernel tree</source>
        <translation>Kernel-Baum</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>none beyond the tree&apos;s own</source>
        <translation>keine außer denen des Baums</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Build folder</source>
        <translation>Bau-Ordner</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>trusted: it may be built and booted</source>
        <translation>vertraut: darf gebaut und gestartet werden</translation>
    </message>
    <message>
        <source>not trusted: nothing of it is run</source>
        <translation>nicht vertraut: nichts daraus wird ausgeführt</translation>
    </message>
    <message>
        <source>Stop Trusting This Project</source>
        <translation>Diesem Projekt nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>Trust This Project</source>
        <translation>Diesem Projekt vertrauen</translation>
    </message>
    <message>
        <source>Variables…</source>
        <translation>Variablen …</translation>
    </message>
    <message>
        <source>Open the folder of a project (Ctrl+O)</source>
        <translation>Ordner eines Projekts öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>A Unikraft application, a Linux tree, or any folder with a Kconfig file. It can also be dropped onto the window.</source>
        <translation>Eine Unikraft-Anwendung, ein Linux-Quellbaum oder ein beliebiger Ordner mit einer Kconfig-Datei. Er lässt sich auch auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>Set variables that the Kconfig files of this project read</source>
        <translation>Variablen setzen, die die Kconfig-Dateien dieses Projekts lesen</translation>
    </message>
    <message>
        <source>Linux</source>
        <translation>Linux</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Root file</source>
        <translation>Wurzeldatei</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>trusted: commands of its Kconfig files may run</source>
        <translation>vertraut: Befehle aus seinen Kconfig-Dateien dürfen laufen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Project, Kraftfile, versions and toolchains</source>
        <translation>Projekt, Kraftfile, Versionen und Werkzeuge</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Kraftfile</source>
        <translation>Kraftfile</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Toolchains</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>kiln::ProjectTasks</name>
    <message>
        <source>The library is in %1. “Add Library…” builds an application with it.</source>
        <translation>Die Bibliothek ist in %1. „Bibliothek hinzufügen …“ baut eine Anwendung damit.</translation>
    </message>
    <message>
        <source>The kernel tree is in %1. An application uses it when UK_ROOT of its Makefile, or --tree, names it.</source>
        <translation>Der Kernel-Baum ist in %1. Eine Anwendung nutzt ihn, wenn UK_ROOT in ihrem Makefile oder --tree ihn nennt.</translation>
    </message>
    <message>
        <source>The clone is in %1.</source>
        <translation>Der Klon ist in %1.</translation>
    </message>
    <message>
        <source>The port is in %1. “Add Library…” builds an application with it.</source>
        <translation>Die Portierung ist in %1. „Bibliothek hinzufügen …“ baut eine Anwendung damit.</translation>
    </message>
    <message>
        <source>What was added has no Makefile.uk: it is no Unikraft library</source>
        <translation>Was hinzukam, hat kein Makefile.uk: Es ist keine Unikraft-Bibliothek</translation>
    </message>
    <message>
        <source>Remove the folder and its lines in the Kraftfile.</source>
        <translation>Den Ordner und seine Zeilen im Kraftfile entfernen.</translation>
    </message>
    <message>
        <source>Save the changes before the project is read again?</source>
        <translation>Die Änderungen sichern, bevor das Projekt neu gelesen wird?</translation>
    </message>
    <message>
        <source>Save the changes before another target is opened?</source>
        <translation>Die Änderungen sichern, bevor ein anderes Ziel geöffnet wird?</translation>
    </message>
    <message>
        <source>Save the changes before the target is changed?</source>
        <translation>Die Änderungen sichern, bevor das Ziel geändert wird?</translation>
    </message>
    <message>
        <source>Remove Target</source>
        <translation>Ziel entfernen</translation>
    </message>
    <message>
        <source>Remove the target %1 from the Kraftfile?</source>
        <translation>Das Ziel %1 aus dem Kraftfile entfernen?</translation>
    </message>
    <message>
        <source>Its configuration %1 and its build folder stay where they are.</source>
        <translation>Seine Konfiguration %1 und sein Build-Ordner bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Save the changes before the target is removed?</source>
        <translation>Die Änderungen sichern, bevor das Ziel entfernt wird?</translation>
    </message>
</context>
<context>
    <name>kiln::QuickOpen</name>
    <message>
        <source>Files and actions found</source>
        <translation>Gefundene Dateien und Aktionen</translation>
    </message>
    <message>
        <source>Return: choose</source>
        <translation>Eingabe: wählen</translation>
    </message>
    <message>
        <source>Ctrl+Down: choose here  ·  / files only  ·  &gt; actions only</source>
        <translation>Strg+Ab: hier wählen  ·  / nur Dateien  ·  &gt; nur Aktionen</translation>
    </message>
</context>
<context>
    <name>kiln::RenameDialog</name>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>New name of the option</source>
        <translation>Neuer Name der Option</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>As it will be</source>
        <translation>Wie sie sein wird</translation>
    </message>
    <message>
        <source>Lines that change</source>
        <translation>Zeilen, die sich ändern</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>New name:</source>
        <translation>Neuer Name:</translation>
    </message>
    <message>
        <source>Type the new name. All files of the project that name the option are shown here before anything is written.</source>
        <translation>Den neuen Namen eingeben. Alle Dateien des Projekts, die die Option nennen, sind hier zu sehen, bevor etwas geschrieben wird.</translation>
    </message>
    <message>
        <source>Looking for %1…</source>
        <translation>Sucht %1 …</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::RepositoryForm</name>
    <message>
        <source>&amp;List Versions</source>
        <translation>Versionen &amp;zeigen</translation>
    </message>
    <message>
        <source>Address or name</source>
        <translation>Adresse oder Name</translation>
    </message>
    <message>
        <source>https://…, ssh, git, a folder; or a name to look for</source>
        <translation>https://…, ssh, git, ein Ordner; oder ein Name zum Suchen</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>what the repository shows</source>
        <translation>was das Repository zeigt</translation>
    </message>
    <message>
        <source>Ask the repository for its branches and tags</source>
        <translation>Das Repository nach seinen Zweigen und Marken fragen</translation>
    </message>
    <message>
        <source>&amp;Version:</source>
        <translation>V&amp;ersion:</translation>
    </message>
    <message>
        <source>Asking for the versions…</source>
        <translation>Fragt nach den Versionen …</translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es)</source>
        <translation>
            <numerusform>%n Zweig</numerusform>
            <numerusform>%n Zweige</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n Marke</numerusform>
            <numerusform>%n Marken</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no %1 among them.</source>
        <translation>%1 ist nicht darunter.</translation>
    </message>
</context>
<context>
    <name>kiln::RunController</name>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>kiln::RunPage</name>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation>Noch lief nichts.</translation>
    </message>
    <message>
        <source>Issues %1</source>
        <translation>Probleme %1</translation>
    </message>
    <message>
        <source>Build, issues, guests and saved logs</source>
        <translation>Bauen, Probleme, Gäste und gespeicherte Protokolle</translation>
    </message>
    <message>
        <source>Nothing has been built yet.</source>
        <translation>Noch wurde nichts gebaut.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n error(s)</source>
        <translation>
            <numerusform>%1: %n Fehler</numerusform>
            <numerusform>%1: %n Fehler</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::RunPresenter</name>
    <message>
        <source>Nothing is running</source>
        <translation>Es läuft nichts</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Wird gebaut</translation>
    </message>
    <message>
        <source>Booting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Guest is running</source>
        <translation>Gast läuft</translation>
    </message>
    <message>
        <source>The guest is running.</source>
        <translation>Der Gast läuft.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Not built yet</source>
        <translation>Noch nicht gebaut</translation>
    </message>
    <message>
        <source>Building…</source>
        <translation>Wird gebaut …</translation>
    </message>
    <message>
        <source>Building: %1 of %2</source>
        <translation>Bauen: %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>Building: %n step(s)</source>
        <translation>
            <numerusform>Bauen: %n Schritt</numerusform>
            <numerusform>Bauen: %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Built in %1 s: %2</source>
        <translation>In %1 s gebaut: %2</translation>
    </message>
    <message>
        <source>Built in %1 s</source>
        <translation>In %1 s gebaut</translation>
    </message>
    <message numerus="yes">
        <source>, %n warning(s)</source>
        <translation>
            <numerusform>, %n Warnung</numerusform>
            <numerusform>, %n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Build stopped after %1 s</source>
        <translation>Bauen nach %1 s abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>Build failed: %n error(s)</source>
        <translation>
            <numerusform>Bauen fehlgeschlagen: %n Fehler</numerusform>
            <numerusform>Bauen fehlgeschlagen: %n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>Build failed</source>
        <translation>Bauen fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Booting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>QEMU says: %1</source>
        <translation>QEMU meldet: %1</translation>
    </message>
    <message numerus="yes">
        <source>The guest has printed nothing for %n second(s). Its console may be switched off in Configure, or it hangs early; Stop (F5) ends it.</source>
        <translation>
            <numerusform>Der Gast hat seit %n Sekunde nichts ausgegeben. Vielleicht ist seine Konsole unter „Konfigurieren“ ausgeschaltet, oder er hängt früh; „Anhalten“ (F5) beendet ihn.</numerusform>
            <numerusform>Der Gast hat seit %n Sekunden nichts ausgegeben. Vielleicht ist seine Konsole unter „Konfigurieren“ ausgeschaltet, oder er hängt früh; „Anhalten“ (F5) beendet ihn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been built yet.</source>
        <translation>Noch wurde nichts gebaut.</translation>
    </message>
    <message>
        <source>The guest waits before its first instruction. Resume (F6) starts it.</source>
        <translation>Der Gast wartet vor seinem ersten Befehl. Fortsetzen (F6) startet ihn.</translation>
    </message>
    <message>
        <source>The guest is paused. Resume (F6) lets it go on.</source>
        <translation>Der Gast ist angehalten. Fortsetzen (F6) lässt ihn weiterlaufen.</translation>
    </message>
    <message>
        <source>QEMU holds the guest: %1. The end of its log may say more; Stop (F5) ends it.</source>
        <translation>QEMU hält den Gast an: %1. Das Ende seines Protokolls sagt vielleicht mehr; Stopp (F5) beendet ihn.</translation>
    </message>
    <message>
        <source>Debug it with: %1</source>
        <translation>Debuggen mit: %1</translation>
    </message>
    <message>
        <source>Guest is paused</source>
        <translation>Gast ist angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) are running</source>
        <translation>
            <numerusform>%n Gast läuft</numerusform>
            <numerusform>%n Gäste laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleaning…</source>
        <translation>Räumt auf …</translation>
    </message>
    <message>
        <source>What builds had made is removed.</source>
        <translation>Was Builds gemacht hatten, ist entfernt.</translation>
    </message>
    <message>
        <source>Stopped: part of what builds had made is left.</source>
        <translation>Angehalten: Ein Teil dessen, was Builds gemacht hatten, ist noch da.</translation>
    </message>
    <message>
        <source>The guest has printed nothing.</source>
        <translation>Der Gast hat nichts ausgegeben.</translation>
    </message>
    <message>
        <source>The guest has printed nothing yet.</source>
        <translation>Der Gast hat noch nichts ausgegeben.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>Built %1: %2</source>
        <translation>Gebaut %1: %2</translation>
    </message>
    <message>
        <source>Build failed %1</source>
        <translation>Bauen fehlgeschlagen %1</translation>
    </message>
    <message>
        <source>Build stopped %1</source>
        <translation>Bauen angehalten %1</translation>
    </message>
</context>
<context>
    <name>kiln::SizeModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Library, object, symbol</source>
        <translation>Bibliothek, Objekt, Symbol</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>kiln::SizeView</name>
    <message>
        <source>Sizes by library, object and symbol</source>
        <translation>Größen nach Bibliothek, Objekt und Symbol</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>Im Speicher</translation>
    </message>
    <message>
        <source>Which size</source>
        <translation>Welche Größe</translation>
    </message>
    <message>
        <source>Bytes in the image file, or in the guest&apos;s memory: zeroed data counts in memory only, headers in the file only</source>
        <translation>Bytes in der Abbilddatei oder im Speicher des Gasts: Genullte Daten zählen nur im Speicher, Kopfdaten nur in der Datei</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>The build to compare with</source>
        <translation>Der Bauvorgang zum Vergleichen</translation>
    </message>
    <message>
        <source>Find library, object or symbol</source>
        <translation>Bibliothek, Objekt oder Symbol finden</translation>
    </message>
    <message>
        <source>Out to the whole (Backspace)</source>
        <translation>Zurück zum Ganzen (Rücktaste)</translation>
    </message>
    <message>
        <source>Out to the whole</source>
        <translation>Zurück zum Ganzen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Colours tell what has grown (orange) and shrunk (blue)</source>
        <translation>Farben zeigen, was gewachsen (orange) und geschrumpft (blau) ist</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>verglichen mit</translation>
    </message>
    <message>
        <source>There is no image yet. Build (Ctrl+B) makes one.</source>
        <translation>Noch gibt es kein Abbild. Bauen (Strg+B) erzeugt eines.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>kiln::SourceLinks</name>
    <message>
        <source>Ctrl+click or F2: where it is defined</source>
        <translation>Strg+Klick oder F2: zur Definition</translation>
    </message>
</context>
<context>
    <name>kiln::SourceText</name>
    <message>
        <source>%1 could not be read to its end.</source>
        <translation>%1 konnte nicht bis zum Ende gelesen werden.</translation>
    </message>
</context>
<context>
    <name>kiln::StateBar</name>
    <message>
        <source>Go to Configure</source>
        <translation>Zu „Konfigurieren“</translation>
    </message>
    <message>
        <source>Show the build&apos;s output</source>
        <translation>Ausgabe des Bauvorgangs zeigen</translation>
    </message>
    <message>
        <source>Go to Run</source>
        <translation>Zu „Ausführen“</translation>
    </message>
</context>
<context>
    <name>kiln::StatusStrip</name>
    <message>
        <source>Build progress</source>
        <translation>Fortschritt des Bauens</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>Befehl: %1</translation>
    </message>
</context>
<context>
    <name>kiln::SymbolCompletion</name>
    <message>
        <source>Options that fit</source>
        <translation>Passende Optionen</translation>
    </message>
</context>
<context>
    <name>kiln::SymbolReferencesView</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close the list (Esc)</source>
        <translation>Die Liste schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Die Liste schließen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Places that name the option</source>
        <translation>Stellen, die die Option nennen</translation>
    </message>
    <message>
        <source>Looking for %1…</source>
        <translation>Sucht %1 …</translation>
    </message>
    <message>
        <source>No file of the project names %1.</source>
        <translation>Keine Datei des Projekts nennt %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n place(s)</source>
        <translation>
            <numerusform>%1: %n Stelle</numerusform>
            <numerusform>%1: %n Stellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiln::TargetButton</name>
    <message>
        <source>The target: architecture · platform, with a configuration and a build folder of its own</source>
        <translation>Das Ziel: Architektur · Plattform, mit eigener Konfiguration und eigenem Build-Ordner</translation>
    </message>
    <message>
        <source>No target</source>
        <translation>Kein Ziel</translation>
    </message>
    <message>
        <source>%1 · no target</source>
        <translation>%1 · kein Ziel</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>Ziel: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No target: .config and build</source>
        <translation>Kein Ziel: .config und build</translation>
    </message>
    <message>
        <source>&amp;Add Target…</source>
        <translation>Ziel &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Edit Target…</source>
        <translation>Ziel &amp;bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Remove Target</source>
        <translation>Ziel &amp;entfernen</translation>
    </message>
</context>
<context>
    <name>kiln::TargetDialog</name>
    <message>
        <source>Target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>New Target</source>
        <translation>Neues Ziel</translation>
    </message>
    <message>
        <source>QEMU</source>
        <translation>QEMU</translation>
    </message>
    <message>
        <source>KVM (as QEMU)</source>
        <translation>KVM (wie QEMU)</translation>
    </message>
    <message>
        <source>Linux process</source>
        <translation>Linux-Prozess</translation>
    </message>
    <message>
        <source>Firecracker</source>
        <translation>Firecracker</translation>
    </message>
    <message>
        <source>Xen</source>
        <translation>Xen</translation>
    </message>
    <message>
        <source>platform/architecture</source>
        <translation>Plattform/Architektur</translation>
    </message>
    <message>
        <source>&amp;Architecture:</source>
        <translation>&amp;Architektur:</translation>
    </message>
    <message>
        <source>&amp;Platform:</source>
        <translation>&amp;Plattform:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>A target has a configuration and a build folder of its own. The list of targets is kept in the Kraftfile.</source>
        <translation>Ein Ziel hat eine eigene Konfiguration und einen eigenen Build-Ordner. Die Liste der Ziele steht im Kraftfile.</translation>
    </message>
    <message>
        <source>Use letters, digits, “.”, “_” and “-” for the name.</source>
        <translation>Für den Namen Buchstaben, Ziffern, „.“, „_“ und „-“ verwenden.</translation>
    </message>
    <message>
        <source>There is a target %1 already. Give this one another name.</source>
        <translation>Ein Ziel %1 gibt es schon. Diesem einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>It can be configured and built, but not booted here.</source>
        <translation>Es lässt sich konfigurieren und bauen, hier aber nicht starten.</translation>
    </message>
</context>
<context>
    <name>kiln::TerminalView</name>
    <message>
        <source>Console of the guest</source>
        <translation>Konsole des Gasts</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>kiln::TestResultsModel</name>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 von %2 fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n bestanden</numerusform>
            <numerusform>%n bestanden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>abgestürzt</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>kiln::TestResultsView</name>
    <message>
        <source>Test results</source>
        <translation>Testergebnisse</translation>
    </message>
    <message>
        <source>Failed Only</source>
        <translation>Nur fehlgeschlagene</translation>
    </message>
    <message>
        <source>Hide what has passed</source>
        <translation>Bestandenes verbergen</translation>
    </message>
    <message>
        <source>No test has run in this guest. “Run Tests” in the Run menu, or kiln test on the command line, builds the application with unit tests (uktest).</source>
        <translation>In diesem Gast lief kein Test. „Tests ausführen“ im Menü Ausführen oder kiln test auf der Befehlszeile baut die Anwendung mit Modultests (uktest).</translation>
    </message>
    <message numerus="yes">
        <source>%n suite(s)</source>
        <translation>
            <numerusform>%n Suite</numerusform>
            <numerusform>%n Suiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n test(s) in %2 failed</source>
        <translation>
            <numerusform>%1 von %n Test in %2 fehlgeschlagen</numerusform>
            <numerusform>%1 von %n Tests in %2 fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 could not start</source>
        <translation>%1 von %2 konnten nicht beginnen</translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) in %1 passed</source>
        <translation>
            <numerusform>%n Test in %1 bestanden</numerusform>
            <numerusform>%n Tests in %1 bestanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n expectation(s))</source>
        <translation>
            <numerusform>%1 (%n Erwartung)</numerusform>
            <numerusform>%1 (%n Erwartungen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to Source</source>
        <translation>Zur Quelle</translation>
    </message>
    <message>
        <source>Show in Log</source>
        <translation>Im Protokoll zeigen</translation>
    </message>
</context>
<context>
    <name>kiln::ToolchainView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Toolchains</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Command that installs what is missing</source>
        <translation>Befehl, der Fehlendes installiert</translation>
    </message>
    <message>
        <source>Copy the command, to be run in a terminal</source>
        <translation>Den Befehl kopieren, um ihn in einem Terminal auszuführen</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>&amp;Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Looking for programs…</source>
        <translation>Sucht Programme …</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not there</source>
        <translation>
            <numerusform>%n nicht da</numerusform>
            <numerusform>%n nicht da</numerusform>
        </translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>not found: package %1</source>
        <translation>nicht gefunden: Paket %1</translation>
    </message>
    <message>
        <source>nothing is to be installed</source>
        <translation>nichts ist zu installieren</translation>
    </message>
    <message>
        <source>Programs that building and booting call.</source>
        <translation>Programme, die Bauen und Starten aufrufen.</translation>
    </message>
    <message>
        <source>All programs are there.</source>
        <translation>Alle Programme sind da.</translation>
    </message>
    <message>
        <source>Some programs are not there. The command below installs them.</source>
        <translation>Einige Programme sind nicht da. Der Befehl unten installiert sie.</translation>
    </message>
</context>
<context>
    <name>kiln::TreemapView</name>
    <message>
        <source>Map of the image&apos;s sizes</source>
        <translation>Karte der Größen im Abbild</translation>
    </message>
    <message>
        <source>%1: %2 bytes, %3 % of the image</source>
        <translation>%1: %2 Bytes, %3 % des Abbilds</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>%1 more than before</source>
        <translation>%1 mehr als zuvor</translation>
    </message>
    <message>
        <source>%1 less than before</source>
        <translation>%1 weniger als zuvor</translation>
    </message>
    <message>
        <source>There is nothing to show here.</source>
        <translation>Hier gibt es nichts zu zeigen.</translation>
    </message>
</context>
<context>
    <name>kiln::ValueLine</name>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Choose in a file dialog (Ctrl+Space)</source>
        <translation>Im Dateidialog wählen (Strg+Leertaste)</translation>
    </message>
</context>
<context>
    <name>kiln::VariablesDialog</name>
    <message>
        <source>Project Variables</source>
        <translation>Variablen des Projekts</translation>
    </message>
    <message>
        <source>Kconfig files read these as $(NAME); so do the commands they run. Of Linux, for example CROSS_COMPILE=aarch64-linux-gnu- or LLVM=1.</source>
        <translation>Kconfig-Dateien lesen sie als $(NAME), ebenso die Befehle, die sie ausführen. Bei Linux zum Beispiel CROSS_COMPILE=aarch64-linux-gnu- oder LLVM=1.</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected variables</source>
        <translation>Markierte Variablen entfernen</translation>
    </message>
    <message>
        <source>A value has no name.</source>
        <translation>Ein Wert hat keinen Namen.</translation>
    </message>
    <message>
        <source>“%1” is no name of a variable: use letters, digits and underscores.</source>
        <translation>„%1“ ist kein Name einer Variablen: Erlaubt sind Buchstaben, Ziffern und Unterstriche.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 kommt zweimal vor.</translation>
    </message>
</context>
<context>
    <name>kiln::WhyPopup</name>
    <message>
        <source>Why it is locked</source>
        <translation>Warum sie gesperrt ist</translation>
    </message>
</context>
<context>
    <name>kiln::WindowActions</name>
    <message>
        <source>&amp;Open Folder…</source>
        <translation>Ordner ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Save Configuration</source>
        <translation>Konfiguration &amp;speichern</translation>
    </message>
    <message>
        <source>Save the configuration to .config</source>
        <translation>Konfiguration in .config speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save to another file and go on with that one</source>
        <translation>In eine andere Datei speichern und mit dieser weiterarbeiten</translation>
    </message>
    <message>
        <source>Save &amp;Minimal…</source>
        <translation>&amp;Minimal speichern …</translation>
    </message>
    <message>
        <source>Save only what differs from the defaults (defconfig)</source>
        <translation>Nur speichern, was von den Vorgaben abweicht (defconfig)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Replace all values by those of a .config or defconfig</source>
        <translation>Alle Werte durch die einer .config oder defconfig ersetzen</translation>
    </message>
    <message>
        <source>Merge Fra&amp;gment…</source>
        <translation>Fra&amp;gment einfügen …</translation>
    </message>
    <message>
        <source>Add the values of a fragment to the configuration</source>
        <translation>Die Werte eines Fragments in die Konfiguration übernehmen</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>&amp;Vergleichen …</translation>
    </message>
    <message>
        <source>Compare configurations side by side</source>
        <translation>Konfigurationen nebeneinander vergleichen</translation>
    </message>
    <message>
        <source>Chan&amp;ges</source>
        <translation>Än&amp;derungen</translation>
    </message>
    <message>
        <source>Show what differs from the saved file, and take it back</source>
        <translation>Zeigen, was von der gespeicherten Datei abweicht, und zurücknehmen</translation>
    </message>
    <message>
        <source>Re&amp;load Configuration</source>
        <translation>Konfiguration &amp;neu laden</translation>
    </message>
    <message>
        <source>Read the options and .config again</source>
        <translation>Optionen und .config neu lesen</translation>
    </message>
    <message>
        <source>&amp;Trust This Project</source>
        <translation>Diesem Projekt ver&amp;trauen</translation>
    </message>
    <message>
        <source>Allow what is in this project to be run</source>
        <translation>Erlauben, dass Inhalte dieses Projekts ausgeführt werden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Quit Kiln</source>
        <translation>Kiln beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last change of the configuration</source>
        <translation>Letzte Änderung der Konfiguration rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Änderung wieder vornehmen</translation>
    </message>
    <message>
        <source>Like the &amp;Desktop</source>
        <translation>Wie die &amp;Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Colours of the desktop</source>
        <translation>Farben der Arbeitsumgebung</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dark text on light</source>
        <translation>Dunkler Text auf Hell</translation>
    </message>
    <message>
        <source>Light text on dark</source>
        <translation>Heller Text auf Dunkel</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>Konfigurieren</translation>
    </message>
    <message>
        <source>Options of the unikernel</source>
        <translation>Optionen des Unikernels</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Build output, log and console</source>
        <translation>Bauausgabe, Protokoll und Konsole</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>The open project, recent ones, examples</source>
        <translation>Das offene Projekt, die letzten, Beispiele</translation>
    </message>
    <message>
        <source>Build &amp;&amp; Boot</source>
        <translation>Bauen &amp;&amp; Starten</translation>
    </message>
    <message>
        <source>Save, build and boot</source>
        <translation>Speichern, bauen und starten</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>&amp;Bauen</translation>
    </message>
    <message>
        <source>Save and build</source>
        <translation>Speichern und bauen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>End the build or the guest</source>
        <translation>Bauvorgang oder Gast beenden</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>What the keys do</source>
        <translation>Was die Tasten tun</translation>
    </message>
    <message>
        <source>&amp;About Kiln</source>
        <translation>Ü&amp;ber Kiln</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Zu&amp;letzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>Aus&amp;führen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open the folder of an application, a Linux tree or another project with Kconfig files</source>
        <translation>Ordner einer Anwendung, eines Linux-Quellbaums oder eines anderen Projekts mit Kconfig-Dateien öffnen</translation>
    </message>
    <message>
        <source>Open &amp;File…</source>
        <translation>Datei &amp;öffnen …</translation>
    </message>
    <message>
        <source>Open a Kconfig file, a .config or a defconfig</source>
        <translation>Kconfig-Datei, .config oder defconfig öffnen</translation>
    </message>
    <message>
        <source>Project &amp;Variables…</source>
        <translation>Projektv&amp;ariablen …</translation>
    </message>
    <message>
        <source>Set variables that the Kconfig files of this project read</source>
        <translation>Variablen setzen, die die Kconfig-Dateien dieses Projekts lesen</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analysieren</translation>
    </message>
    <message>
        <source>Image size, libraries, build time, history, lint</source>
        <translation>Abbildgröße, Bibliotheken, Bauzeit, Verlauf, Prüfung</translation>
    </message>
    <message>
        <source>Boot &amp;Another</source>
        <translation>&amp;Weiteren starten</translation>
    </message>
    <message>
        <source>Save, build and boot in another tab, beside what runs</source>
        <translation>Speichern, bauen und in einem weiteren Reiter starten, neben dem, was läuft</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Unterbrechen</translation>
    </message>
    <message>
        <source>Hold the guest, and let it go on</source>
        <translation>Den Gast anhalten und fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Let the guest begin anew, without a build</source>
        <translation>Den Gast ohne Bauen neu beginnen lassen</translation>
    </message>
    <message>
        <source>Run &amp;Tests</source>
        <translation>&amp;Tests ausführen</translation>
    </message>
    <message>
        <source>Save, build with unit tests in a build folder of their own, and boot</source>
        <translation>Speichern, mit Modultests in einem eigenen Bauordner bauen und starten</translation>
    </message>
    <message>
        <source>&amp;Machine…</source>
        <translation>&amp;Maschine …</translation>
    </message>
    <message>
        <source>All settings of the machine, and the exact command</source>
        <translation>Alle Einstellungen der Maschine und der genaue Befehl</translation>
    </message>
    <message>
        <source>&amp;Clean</source>
        <translation>Auf&amp;räumen</translation>
    </message>
    <message>
        <source>Remove what builds have made; the configuration stays</source>
        <translation>Entfernen, was Builds gemacht haben; die Konfiguration bleibt</translation>
    </message>
    <message>
        <source>&amp;New Application…</source>
        <translation>&amp;Neue Anwendung …</translation>
    </message>
    <message>
        <source>Make an application from a template</source>
        <translation>Eine Anwendung aus einer Vorlage anlegen</translation>
    </message>
    <message>
        <source>New &amp;Library…</source>
        <translation>Neue &amp;Bibliothek …</translation>
    </message>
    <message>
        <source>Make the files of a library from its name, version and sources</source>
        <translation>Die Dateien einer Bibliothek aus Name, Version und Quelltexten anlegen</translation>
    </message>
    <message>
        <source>&amp;Clone…</source>
        <translation>&amp;Klonen …</translation>
    </message>
    <message>
        <source>Clone an application, a library or a kernel tree</source>
        <translation>Eine Anwendung, eine Bibliothek oder einen Kernel-Baum klonen</translation>
    </message>
    <message>
        <source>&amp;Port a Program…</source>
        <translation>&amp;Programm portieren …</translation>
    </message>
    <message>
        <source>Make a library of a C program that builds with make</source>
        <translation>Aus einem C-Programm, das mit make gebaut wird, eine Bibliothek machen</translation>
    </message>
    <message>
        <source>&amp;Add Library…</source>
        <translation>Bibliothek &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Add a library to this application</source>
        <translation>Dieser Anwendung eine Bibliothek hinzufügen</translation>
    </message>
    <message>
        <source>Add &amp;Target…</source>
        <translation>&amp;Ziel hinzufügen …</translation>
    </message>
    <message>
        <source>Add a machine that this application is configured and built for</source>
        <translation>Eine Maschine hinzufügen, für die diese Anwendung konfiguriert und gebaut wird</translation>
    </message>
    <message>
        <source>&amp;Find Option, File or Action</source>
        <translation>Option, Datei oder Aktion &amp;suchen</translation>
    </message>
    <message>
        <source>Find an option by name, prompt or help, a file (/), or an action (&gt;)</source>
        <translation>Eine Option nach Name, Prompt oder Hilfe suchen, eine Datei (/) oder eine Aktion (&gt;)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>The project&apos;s files, in an editor</source>
        <translation>Die Dateien des Projekts, in einem Editor</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelltext</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>&amp;Dunkel</translation>
    </message>
</context>
<context>
    <name>kiln::WishEditor</name>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 gehen</translation>
    </message>
    <message>
        <source>Value wished for %1</source>
        <translation>Gewünschter Wert für %1</translation>
    </message>
    <message>
        <source>The value that %1 should have; Return looks for ways</source>
        <translation>Der Wert, den %1 haben soll; Eingabe sucht Wege</translation>
    </message>
</context>
<context>
    <name>machineWord</name>
    <message>
        <source>qemu: a virtual machine</source>
        <translation>qemu: eine virtuelle Maschine</translation>
    </message>
    <message>
        <source>linuxu: a Linux process</source>
        <translation>linuxu: ein Linux-Prozess</translation>
    </message>
    <message>
        <source>microvm: minimal, boots fastest</source>
        <translation>microvm: minimal, startet am schnellsten</translation>
    </message>
    <message>
        <source>pc: i440FX with PCI</source>
        <translation>pc: i440FX mit PCI</translation>
    </message>
    <message>
        <source>q35: with PCI Express</source>
        <translation>q35: mit PCI Express</translation>
    </message>
    <message>
        <source>virt: for arm64</source>
        <translation>virt: für arm64</translation>
    </message>
    <message>
        <source>Automatic: KVM when it can be used</source>
        <translation>Automatisch: KVM, wenn verfügbar</translation>
    </message>
    <message>
        <source>KVM: the processor&apos;s own virtualisation</source>
        <translation>KVM: Virtualisierung des Prozessors</translation>
    </message>
    <message>
        <source>TCG: emulation, works everywhere</source>
        <translation>TCG: Emulation, geht überall</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>user: through this computer, without rights</source>
        <translation>user: über diesen Rechner, ohne besondere Rechte</translation>
    </message>
    <message>
        <source>tap: an interface of its own</source>
        <translation>tap: eine eigene Schnittstelle</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Configures, builds and boots unikernels and shows their logs.</source>
        <translation>Konfiguriert, baut und startet Unikernel und zeigt ihre Protokolle.</translation>
    </message>
    <message>
        <source>Folder of an application, a Linux tree or another project with Kconfig files; or a Kconfig file, a .config or a defconfig in it.</source>
        <translation>Ordner einer Anwendung, eines Linux-Quellbaums oder eines anderen Projekts mit Kconfig-Dateien; oder eine Kconfig-Datei, .config oder defconfig darin.</translation>
    </message>
    <message>
        <source>Architecture to configure a Linux tree for (ARCH).</source>
        <translation>Architektur, für die ein Linux-Quellbaum konfiguriert wird (ARCH).</translation>
    </message>
    <message>
        <source>Kernel tree to use for applications, for example a checkout of Unikraft.</source>
        <translation>Zu verwendender Kernel-Baum für Anwendungen, zum Beispiel ein Klon von Unikraft.</translation>
    </message>
</context>
</TS>
